package aquila.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Run twice: without the property {@code aquila.native}, and with it. */
class NativeCryptoTest {
  private static final boolean IS_WANTED = "on".equals(System.getProperty("aquila.native"));

  @Test
  @EnabledOnOs(
      value = OS.LINUX,
      architectures = {"amd64", "aarch64"})
  void isAtHandWhereItIsWanted() {
    assertEquals(IS_WANTED, NativeCrypto.isAtHand());
    assertEquals(IS_WANTED, NativeCrypto.signatures().isPresent());
  }

  @Test
  void itsSignatureIsJavas() throws Exception {
    assumeTrue(NativeCrypto.isAtHand());
    KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    Provider provider = NativeCrypto.signatures().orElseThrow();
    Signature own = Signature.getInstance("SHA256withRSA", provider);
    Signature javas = Signature.getInstance("SHA256withRSA");
    assertArrayEquals(signed(javas, pair), signed(own, pair));
  }

  @Test
  void theRestOfTheProcessGoesOnWithJavas() throws Exception {
    NativeCrypto.signatures();
    Class<?> provider = Signature.getInstance("SHA256withRSA").getProvider().getClass();
    assertTrue(provider.getName().startsWith("sun."), provider.getName());
    assertEquals("SunJSSE", SSLContext.getInstance("TLS").getProvider().getName());
  }

  private static byte[] signed(Signature signature, KeyPair pair) throws Exception {
    signature.initSign(pair.getPrivate());
    signature.update(new byte[300]);
    return signature.sign();
  }
}
