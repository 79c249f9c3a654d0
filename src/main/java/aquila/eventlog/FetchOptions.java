package aquila.eventlog;

import java.time.Duration;

/**
 * How a fetch goes about its work.
 *
 * @param parallel how many downloads at once, from 1
 * @param settle files that are younger than this are left to the next run
 * @param reserve what is left of the org's API calls
 * @param isStrict whether a file whose length differs from the listed one is refused
 */
public record FetchOptions(int parallel, Duration settle, ApiReserve reserve, boolean isStrict) {}
