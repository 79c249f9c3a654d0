/**
 * Values that must not be seen: keys, passphrases, assertions, access tokens.
 *
 * <p>Knows nothing of what the values are for. Begin with {@link aquila.secret.Secret}, which does
 * not print itself, then {@link aquila.secret.Secrets}, the second line of defence.
 */
package aquila.secret;
