/**
 * The private key: what a key file really is, what the key signs, and how a new one is made.
 *
 * <p>Nimbus and BouncyCastle stay in this room. It knows nothing of HTTP, of Salesforce's answers,
 * or of where settings come from. Begin with {@link aquila.key.Assertion}, which is what a key is
 * for, then {@link aquila.key.KeyFile}, where it comes from, and {@link aquila.key.NewKey}.
 */
package aquila.key;
