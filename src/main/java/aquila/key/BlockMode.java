package aquila.key;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.RC2Engine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;

/**
 * A cipher in CBC mode, the one mode that key files use.
 *
 * @param engine makes the cipher itself
 * @param keyBits the size of its key
 */
record BlockMode(Supplier<BlockCipher> engine, int keyBits) {
  static final BlockMode DES = new BlockMode(DESEngine::new, 64);
  static final BlockMode DES2 = new BlockMode(DESedeEngine::new, 128);
  static final BlockMode DES3 = new BlockMode(DESedeEngine::new, 192);
  static final BlockMode RC2_40 = new BlockMode(RC2Engine::new, 40);
  static final BlockMode RC2_64 = new BlockMode(RC2Engine::new, 64);
  static final BlockMode RC2_128 = new BlockMode(RC2Engine::new, 128);
  private static final BlockMode AES128 = new BlockMode(AESEngine::newInstance, 128);
  private static final BlockMode AES192 = new BlockMode(AESEngine::newInstance, 192);
  private static final BlockMode AES256 = new BlockMode(AESEngine::newInstance, 256);

  /** By the object identifiers of PBES2, and by the names of OpenSSL's DEK-Info. */
  private static final Map<String, BlockMode> NAMES =
      Map.of(
          "1.3.14.3.2.7", DES,
          "1.2.840.113549.3.7", DES3,
          "2.16.840.1.101.3.4.1.2", AES128,
          "2.16.840.1.101.3.4.1.22", AES192,
          "2.16.840.1.101.3.4.1.42", AES256,
          "DES-CBC", DES,
          "DES-EDE3-CBC", DES3,
          "AES-128-CBC", AES128,
          "AES-192-CBC", AES192,
          "AES-256-CBC", AES256);

  static BlockMode of(String name) throws UnusableKey {
    BlockMode mode = NAMES.get(name);
    if (mode == null) {
      throw new UnusableKey(KeyTrouble.STRANGE_ENCRYPTION);
    }
    return mode;
  }

  byte[] decrypt(CipherParameters keyAndVector, byte[] data) throws UnusableKey {
    return run(false, keyAndVector, data);
  }

  byte[] encrypt(CipherParameters keyAndVector, byte[] data) throws UnusableKey {
    return run(true, keyAndVector, data);
  }

  private byte[] run(boolean encrypt, CipherParameters keyAndVector, byte[] data)
      throws UnusableKey {
    BlockCipher block = engine.get();
    if (!encrypt && (data.length == 0 || data.length % block.getBlockSize() != 0)) {
      throw new UnusableKey(KeyTrouble.TRUNCATED);
    }
    PaddedBufferedBlockCipher cipher =
        new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(block), new PKCS7Padding());
    cipher.init(encrypt, keyAndVector);
    byte[] out = new byte[cipher.getOutputSize(data.length)];
    try {
      int length = cipher.processBytes(data, 0, data.length, out, 0);
      length += cipher.doFinal(out, length);
      return Arrays.copyOf(out, length);
    } catch (InvalidCipherTextException e) {
      throw new UnusableKey(KeyTrouble.WRONG_PASSPHRASE);
    }
  }
}
