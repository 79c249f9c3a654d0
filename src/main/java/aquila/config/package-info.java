/**
 * The settings of a run: option before environment before file, each with the place it came from.
 *
 * <p>Knows nothing of what the values are used for beyond their form; judging whether they fit each
 * other is {@code aquila.doctor}'s work. Begin with {@link aquila.config.Field}, the table of all
 * settings, then {@link aquila.config.Settings}.
 */
package aquila.config;
