package aquila.key;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the private key is to be found.
 *
 * @param path the file, absolute
 * @param passphrase who knows its passphrase
 * @param alias which key of a key store; null to take the only one
 */
public record KeySource(Path path, Passphrase passphrase, @Nullable String alias) {}
