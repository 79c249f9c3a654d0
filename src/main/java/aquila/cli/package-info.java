/**
 * Words in, words out: the commands, the messages and the exit codes. The only room that knows
 * picocli.
 *
 * <p>A command has three parts: its options, one call into the middle floor, one print. Begin with
 * {@link aquila.cli.TokenCommand}, then {@link aquila.cli.Aquila}, which parses and catches.
 */
package aquila.cli;
