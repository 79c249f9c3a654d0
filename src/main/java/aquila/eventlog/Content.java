package aquila.eventlog;

/**
 * What a file holds, as far as it can be compared.
 *
 * @param bytes their number, decoded
 * @param sha256 of the decoded bytes, in hexadecimal
 */
public record Content(long bytes, String sha256) {}
