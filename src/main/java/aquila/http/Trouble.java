package aquila.http;

import aquila.failure.NetworkFailure;

/**
 * An exchange that brought no whole answer.
 *
 * @param failure what to tell
 * @param isLost whether there was a connection which broke: only then may another attempt help. A
 *     name that does not resolve, a refused connection or a distrusted certificate stays so.
 */
record Trouble(NetworkFailure failure, boolean isLost) {}
