package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.config.Field;
import aquila.secret.Secret;
import aquila.world.Terminal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three forms of a report. */
class FindingsFormTest {

  @TempDir Path home;

  @Test
  void coloursAreForTerminalsOnlyAndNotAgainstTheUsersWish() throws Exception {
    CheckedSetup setup = new CheckedSetup(home).with(Field.USERNAME, "jdoe").check();
    setup.bench.run("check");
    assertFalse(setup.bench.out.contains("\u001b"), setup.bench.out);
    setup.bench.terminal = new Screen();
    setup.bench.run("check");
    assertTrue(setup.bench.out.contains("\u001b[31;1m\u2717 fail\u001b[0m  username"));
    assertTrue(setup.bench.out.contains("\u001b[32m\u2713 pass\u001b[0m  audience-url"));
    setup.bench.environment.put("NO_COLOR", "1");
    setup.bench.run("check");
    assertFalse(setup.bench.out.contains("\u001b"), setup.bench.out);
  }

  @Test
  void noLineIsLongerThanATerminalUnlessAWordIs() throws Exception {
    CheckedSetup setup =
        new CheckedSetup(home)
            .with(Field.USERNAME, "jdoe")
            .with(Field.INSTANCE_URL, "https://acme.lightning.force.com")
            .check();
    setup.bench.run("check");
    setup
        .bench
        .out
        .lines()
        .filter(line -> line.strip().contains(" ") && !line.contains("/"))
        .filter(line -> !line.contains("3MVG9"))
        .forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @Test
  void markdownIsTheSameForTheSameSetUpAndTellsNoDirectory() throws Exception {
    CheckedSetup setup =
        new CheckedSetup(home)
            .with(Field.USERNAME, "jdoe")
            .with(Field.TOKEN_URL, "https://acme.my.salesforce.com/services/oauth2/authorize")
            .check();
    setup.bench.run("check", "-o", "markdown");
    String report = setup.bench.out;
    setup.bench.run("check", "-o", "markdown");
    assertEquals(report, setup.bench.out);
    assertFalse(report.contains(setup.bench.home.toString()), report);
    assertFalse(report.contains(CheckedSetup.CLIENT_ID), report);
    assertTrue(report.contains("| pass | client-id | 3MVG9\u2026Y6m"), report);
    assertTrue(report.contains("## Fail: username: a login name without an @"), report);
    assertTrue(report.contains("- in: `default.properties, line 3`"), report);
    assertTrue(report.contains("something else than /services/oauth2/token"), report);
  }

  /** Somebody looks at standard output. */
  private static final class Screen implements Terminal {
    @Override
    public boolean isInput() {
      return false;
    }

    @Override
    public boolean isOutput() {
      return true;
    }

    @Override
    public boolean isError() {
      return false;
    }

    @Override
    public Optional<Secret> askHidden(String prompt) {
      return Optional.empty();
    }
  }
}
