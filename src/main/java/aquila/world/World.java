package aquila.world;

import aquila.secret.Secrets;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * All that a run of the program takes from outside.
 *
 * @param clock the time of day
 * @param sleep how to wait
 * @param random chance, for jitter
 * @param environment the variables of the process
 * @param home the user's home directory
 * @param directory the working directory, against which relative paths of options are read
 * @param temporary the directory for temporary files
 * @param machineConfiguration where the machine keeps configuration for all users
 * @param in standard input
 * @param out standard output; writes fail loudly, unlike {@code System.out}
 * @param err standard error
 * @param terminal which of the streams are a terminal, and how to ask there
 * @param cleanup what must be undone when the process is interrupted
 * @param secrets the secrets met so far
 */
public record World(
    Clock clock,
    Sleep sleep,
    RandomGenerator random,
    Map<String, String> environment,
    Path home,
    Path directory,
    Path temporary,
    Path machineConfiguration,
    InputStream in,
    OutputStream out,
    OutputStream err,
    Terminal terminal,
    Cleanup cleanup,
    Secrets secrets) {}
