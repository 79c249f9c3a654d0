package aquila.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The findings as data, and docs/findings.md, which is made of them.
 *
 * <p>After a wanted change, {@code mvn test -Dtest=CatalogueTest -Daquila.golden=write} writes the
 * document anew.
 */
class CatalogueTest {
  private static final Path DOCUMENT = Path.of("docs/findings.md");

  /** Rows that no finding needs: such a key works, and passes. */
  private static final Set<String> WORKING = Set.of("K1", "K13", "K21");

  /** Troubles whose hints depend on the file they are found in. */
  private static final Set<String> OWN_HINTS =
      Set.of("key.unreadable", "key.no-such-alias", "key.several-aliases");

  @Test
  void everyIdIsOneFindingOnly() {
    Set<String> ids = new HashSet<>();
    for (Verdict verdict : Catalogue.all()) {
      assertTrue(ids.add(verdict.id()), verdict.id());
      assertTrue(
          verdict.id().matches("(?:field|key|token|api|logs|network)\\.[a-z0-9-]+"), verdict.id());
    }
    SetupLadder.ladder().checks().forEach(check -> assertTrue(ids.add(check.id()), check.id()));
    DoctorLadder.live().forEach(step -> assertTrue(ids.add(step.id()), step.id()));
  }

  @Test
  void whateverFailsOrWarnsSaysWhatToDo() {
    for (Verdict verdict : Catalogue.all()) {
      assertFalse(verdict.title().endsWith("."), verdict.title());
      if (isTrouble(verdict) && !OWN_HINTS.contains(verdict.id())) {
        assertFalse(verdict.steps().isEmpty(), verdict.id() + " has no hint");
      }
    }
  }

  @Test
  void everyFailureHasAnExitCodeOfItsClass() {
    for (Verdict verdict : Catalogue.all()) {
      boolean isField = verdict.id().startsWith("field.") || verdict.id().equals("key.pasted");
      if (isTrouble(verdict)) {
        assertEquals(isField, verdict.exit() == ExitCode.CONFIG, verdict.id());
        assertFalse(verdict.exit() == ExitCode.OK, verdict.id());
      }
    }
  }

  @Test
  void everyRowThatNeedsNoNetworkHasAFinding() {
    Set<String> rows = Catalogue.all().stream().map(Verdict::row).collect(Collectors.toSet());
    List<String> without =
        IntStream.rangeClosed(1, 47)
            .mapToObj(i -> i <= 22 ? "C" + i : "K" + (i - 22))
            .filter(row -> !WORKING.contains(row) && !rows.contains(row))
            .toList();
    assertEquals(List.of(), without);
  }

  @Test
  void everyRowOfTheNetworkHasAFinding() {
    Set<String> rows = Catalogue.live().stream().map(Verdict::row).collect(Collectors.toSet());
    List<String> without =
        IntStream.rangeClosed(1, 15)
            .mapToObj(i -> "N" + i)
            // The variables of N4 are obeyed, so there is nothing to find.
            .filter(row -> !row.equals("N4") && !rows.contains(row))
            .toList();
    assertEquals(List.of(), without);
  }

  @Test
  void everyStepNeedsOnlyWhatComesBeforeIt() {
    Set<String> before = new HashSet<>();
    SetupLadder.ladder().checks().forEach(check -> before.add(check.id()));
    for (Check<Visit> step : DoctorLadder.live()) {
      assertTrue(before.containsAll(step.needs()), step.id() + " needs " + step.needs());
      before.add(step.id());
    }
  }

  @Test
  void everyDiagnosisIsOfARow() {
    Set<String> ids = Catalogue.all().stream().map(Verdict::id).collect(Collectors.toSet());
    for (String id : TokenDiagnoses.ids()) {
      assertTrue(ids.contains(id), id);
    }
  }

  @Test
  void everyRefusalOfTheTokenEndpointRanksItsCauses() {
    Catalogue.refusals().stream()
        .filter(row -> row.id().startsWith("token."))
        .forEach(row -> assertNotNull(row.advice().cause(), row.id() + " has no cause"));
  }

  /** Where something is changed in Setup, it has to be saved, too; where it is looked up, not. */
  @Test
  void everyChangeInSetupEndsWithSave() {
    Pattern change =
        Pattern.compile("tick |> Edit|add (?:that|the) profile|upload the certificate");
    Pattern elsewhere = Pattern.compile("Unblock|Install|docs/salesforce-setup");
    for (Verdict verdict : Catalogue.all()) {
      for (String step : verdict.advice().hints()) {
        if (change.matcher(step).find() && !elsewhere.matcher(step).find()) {
          assertTrue(step.contains("> Save"), verdict.id() + ": " + step);
        }
      }
    }
  }

  /** A reader who does not know the words of the protocol gets on without them. */
  @Test
  void noAdviceNeedsTheWordsOfTheProtocol() {
    Pattern jargon = Pattern.compile("(?i)assertion|bearer token|grant type|endpoint|\\bclaim\\b");
    for (Verdict verdict : Catalogue.all()) {
      for (String step : verdict.advice().hints()) {
        assertFalse(jargon.matcher(step).find(), verdict.id() + ": " + step);
      }
    }
  }

  @Test
  void theDocumentSaysWhatTheTablesSay() throws IOException {
    String text = FindingsDocument.text();
    if ("write".equals(System.getProperty("aquila.golden"))) {
      Files.writeString(DOCUMENT, text);
    }
    assertEquals(text, Files.readString(DOCUMENT).replace("\r\n", "\n"));
  }

  private static boolean isTrouble(Verdict verdict) {
    return verdict.status() == Status.FAIL || verdict.status() == Status.WARN;
  }
}
