/**
 * TLS and RSA in machine code, where the launcher says that it is at hand and it can be loaded: a
 * short command ends before the JVM has compiled Java's own.
 *
 * <p>Decides nothing about trust, and whoever uses it must be able to do without. Begin with {@link
 * aquila.crypto.NativeCrypto}.
 */
package aquila.crypto;
