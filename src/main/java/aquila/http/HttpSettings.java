package aquila.http;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach servers.
 *
 * @param connectTimeout the longest wait for a connection
 * @param readTimeout the longest silence between two bytes of an answer
 * @param caFile PEM certificates that are trusted in addition to the platform's, or null
 * @param proxies which hosts are reached through which proxy
 * @param userAgent how the client names itself
 */
public record HttpSettings(
    Duration connectTimeout,
    Duration readTimeout,
    @Nullable Path caFile,
    Proxies proxies,
    String userAgent) {}
