package aquila.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that were cut short or changed in a bit: a refusal, or the very same key, and never
 * another.
 */
class DamagedKeyFileTest {
  private HostileFiles files;

  @BeforeEach
  void begin(@TempDir Path home) {
    files = new HostileFiles(home);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pkcs8.pem", "pkcs1.pem", "pkcs8.der", "pkcs1.der"})
  void endsInARefusalOrAKeyAtEveryLength(String name) throws Exception {
    byte[] whole = KeyFixture.bytes(name);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      KeyVerdict verdict = files.judge(cut);
      // Without the last letters of its END line a key is whole.
      if (verdict instanceof KeyVerdict.Usable usable) {
        assertEquals(KeyFixture.PAIR, usable.loaded().key().publicKeySha256());
        assertTrue(length > whole.length - 30, name + " cut at " + length);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pkcs8-aes256.pem", "store.p12", "keytool.jks", "certificate.der"})
  void endsInARefusalOrAKeyAtManyLengthsOfOthers(String name) throws Exception {
    byte[] whole = KeyFixture.bytes(name);
    for (int length = 0; length < whole.length; length += 5) {
      files.judge(Arrays.copyOf(whole, length));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pkcs8.der", "pkcs1.der"})
  void noFlippedBitMakesAnotherKey(String name) throws Exception {
    byte[] whole = KeyFixture.bytes(name);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        SigningKey key = new Classification(null, new ArrayList<>()).of(flipped).open(null);
        assertEquals(KeyFixture.PAIR, key.publicKeySha256());
      } catch (UnusableKey expected) {
        assertTrue(expected.phrase().length() > 5);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pkcs8-aes256.der",
        "store.p12",
        "store-legacy.p12",
        "store-open.p12",
        "keytool.jks"
      })
  void noFlippedBitOfAnEncryptedFileMakesAnotherKey(String name) throws Exception {
    byte[] whole = KeyFixture.bytes(name);
    char[] passphrase =
        name.equals("keytool.jks") ? "sesame1".toCharArray() : "sesame".toCharArray();
    for (int bit = 0; bit < whole.length * 8; bit += bit < 2_000 ? 13 : 127) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        SigningKey key = new Classification(null, new ArrayList<>()).of(flipped).open(passphrase);
        assertEquals(KeyFixture.PAIR, key.publicKeySha256());
      } catch (UnusableKey expected) {
        assertTrue(expected.phrase().length() > 5);
      }
    }
  }
}
