package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VersionTest {

  @Test
  void isThatOfThePom() {
    assertEquals(System.getProperty("aquila.version"), Version.number());
    assertTrue(Version.line().startsWith("aquila " + Version.number() + " (Java "), Version.line());
  }
}
