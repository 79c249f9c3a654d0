package aquila.config;

import org.jspecify.annotations.Nullable;

/**
 * Which configuration file the command line names.
 *
 * @param file the value of {@code --config}, or null
 * @param org the value of {@code --org}, or null
 */
public record ConfigChoice(@Nullable String file, @Nullable String org) {}
