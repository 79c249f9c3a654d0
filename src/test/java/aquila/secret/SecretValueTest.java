package aquila.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretValueTest {

  private record Holder(String name, Secret value) {}

  @Test
  void printsItselfNowhere() {
    Secret secret = Secret.of("hunter2");
    assertFalse(secret.toString().contains("hunter2"));
    assertFalse(new Holder("x", secret).toString().contains("hunter2"));
    assertFalse(List.of(secret).toString().contains("hunter2"));
    assertFalse(String.format("%s", secret).contains("hunter2"));
    assertEquals("hunter2", secret.reveal());
  }

  @Test
  void isGoneWhenItIsWiped() {
    Secret secret = Secret.of("hunter2");
    secret.wipe();
    assertFalse(secret.reveal().contains("hunter2"));
  }

  @Test
  void strikesWhatWasMet() {
    Secrets secrets = new Secrets();
    secrets.keep(Secret.of("00Dxx!AQ.token"));
    String struck = secrets.strike("a 00Dxx!AQ.token b 00Dxx!AQ.token");
    assertFalse(struck.contains("AQ.token"), struck);
    assertEquals("nothing here", secrets.strike("nothing here"));
  }
}
