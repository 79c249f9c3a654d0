/**
 * The world outside the program: clock, sleep, chance, environment, streams, terminal, exit.
 *
 * <p>Everything here is handed in through constructors, so that a test can hand in another world;
 * no other room reaches for these things by itself. Begin with {@link aquila.world.World}.
 */
package aquila.world;
