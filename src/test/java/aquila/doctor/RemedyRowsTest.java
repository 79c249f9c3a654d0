package aquila.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ApiRefused;
import aquila.failure.Cause;
import aquila.failure.ConfigFailure;
import aquila.failure.Failure;
import aquila.failure.NetworkFailure;
import aquila.failure.TokenRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The remedies as a whole: their names, their places, and the rows that they are for. */
class RemedyRowsTest {

  /** Rows whose words were seen on the wire or in a document, and so have a remedy. */
  private static final Set<String> KNOWN_WORDS =
      Set.of(
          "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T9", "T10", "T11", "T12", "T13", "T14", "T16",
          "T17", "T18", "T19", "T21", "T22", "T23", "T28", "R1", "R2", "R3", "R4", "R5", "R6", "R7",
          "R8", "R9", "R10", "R11", "R12", "Q1", "Q3");

  private static final Situation SITUATION = with("jane@acme.example", "ab12");

  static List<Remedy> all() {
    return Remedies.all();
  }

  @Test
  void everyRowWithKnownWordsHasARemedyAndNoOther() {
    Set<String> rows = new TreeSet<>();
    all().forEach(remedy -> rows.add(remedy.row()));
    assertEquals(new TreeSet<>(KNOWN_WORDS), rows);
  }

  @Test
  void aNameStandsForOneFaultOnly() {
    Map<String, String> titles = new HashMap<>();
    Map<String, String> rows = new HashMap<>();
    for (Remedy remedy : all()) {
      String title = titles.putIfAbsent(remedy.id(), remedy.title());
      assertTrue(title == null || title.equals(remedy.title()), remedy.id());
      String row = rows.putIfAbsent(remedy.id(), remedy.row());
      assertTrue(row == null || row.equals(remedy.row()), remedy.id());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aRemedyIsNamedSaysWhatToDoAndFillsItsPlaces(Remedy remedy) {
    String room = remedy.row().startsWith("T") ? "token" : "(?:api|logs)";
    assertTrue(remedy.id().matches(room + "\\.[a-z0-9-]+"), remedy.id());
    assertFalse(remedy.steps().isEmpty(), remedy.id());
    List<String> texts = new ArrayList<>(remedy.advice().hints());
    texts.addAll(remedy.advice().causes());
    texts.add(remedy.title());
    for (String hint : texts) {
      String filled = SITUATION.fill(hint).orElseThrow();
      assertFalse(filled.matches(".*[{}].*"), filled);
      assertFalse(filled.endsWith("."), filled);
    }
    for (String phrase : remedy.words().phrases()) {
      assertEquals(phrase.toLowerCase(java.util.Locale.ROOT), phrase, "phrases are in lower case");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | app_not_found | External client app is not installed in this org | T6",
        "400 | invalid_grant | External client app is not installed in this org | T6",
        "400 | invalid_grant | invalid audience | T5",
        "400 | invalid_grant | Audience validation failed | T5",
        "400 | invalid_grant | USER HASN'T APPROVED THIS CONSUMER | T1",
        "401 | INVALID_GRANT | invalid assertion | T4",
        "400 | OAUTH_APP_BLOCKED | x | T12",
        "400 | access_denied | this app is blocked by admin | T12",
        "400 | INVALID_LOGIN | Invalid username, password, security token; or user locked out. | T28",
        "400 | invalid_grant | expired access/refresh token | T28",
        "400 | invalid_request | no valid scopes defined | T28",
        "400 | invalid_grant | no client credentials user enabled | T28",
        "400 | OAUTH_APP_ACCESS_DENIED | x | T28",
        "400 | OAUTH_EC_APP_NOT_FOUND | x | T28",
        "500 | unknown_error | retry your request | T18",
        "503 | server_error | x | T23",
        "503 | temporarily_unavailable | x | T23",
      })
  void otherFormsOfAKnownRefusalAreKnownToo(
      int status, String error, String description, String row) {
    Failure failure = new TokenRefused("refused", Cause.ofToken(status, error, description));
    assertEquals(row, Remedies.find(failure).orElseThrow().row());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "302 | Location: https://acme.lightning.force.com/ | T21",
        "405 | '' | T21",
        "200 | Log in | T21",
        "200 | '' | T21",
        "420 | '' | T22",
        "420 | Down for Maintenance | T22",
        "503 | Service Unavailable | T23",
      })
  void anAnswerWithoutAnErrorIsKnownByItsStatus(int status, String message, String row) {
    Failure failure = new TokenRefused("refused", Cause.ofStatus(status, message));
    assertEquals(row, Remedies.find(failure).orElseThrow().row());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | INVALID_JWT_FORMAT | x | R4",
        "401 | INVALID_HEADER_TYPE | x | R3",
        "403 | INSUFFICIENT_ACCESS | x | R12",
        "403 | INSUFFICIENT_ACCESS_OR_READONLY | x | R12",
        "403 | REQUEST_LIMIT_EXCEEDED | ConcurrentRequests limit exceeded | R8",
        "503 | SERVER_UNAVAILABLE | x | R10",
        "503 | BRAND_NEW | x | R10",
        "420 | BRAND_NEW | x | R10",
      })
  void theRestApiHasItsOwnRows(int status, String code, String message, String row) {
    Failure failure = new ApiRefused("refused", Cause.ofRest(status, code, message));
    assertEquals(row, Remedies.find(failure).orElseThrow().row());
  }

  @ParameterizedTest
  @CsvSource({"Bad_OAuth_Token", "Invalid_Scope", "Missing_OAuth_Token"})
  void theIdentityIsRefusedInPlainText(String text) {
    Failure failure = new ApiRefused("refused", Cause.ofStatus(403, text));
    assertEquals("R11", Remedies.find(failure).orElseThrow().row());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | invalid_grant | ''",
        "400 | invalid_grant | user is frozen",
        "400 | invalid_grant | user is locked",
        "400 | invalid_grant | login hours",
        "400 | inactive_org | ''",
        "400 | invalid_client | ''",
        "400 | invalid_request | missing parameter",
        "400 | brand_new | approved this consumer",
        "400 | invalid | invalid assertion",
      })
  void unknownWordsAreShownRawAndGetNoGuess(int status, String error, String description) {
    Failure failure = new TokenRefused("refused", Cause.ofToken(status, error, description));
    assertEquals(Optional.empty(), Remedies.find(failure));
    List<String> hints = Remedies.hints(failure, SITUATION);
    assertEquals(1, hints.size());
    assertTrue(hints.get(0).startsWith("these words are not known to Aquila"), hints::toString);
    assertTrue(hints.get(0).contains("Login History"), hints::toString);
  }

  @Test
  void whatIsNotARefusalGetsNoRemedy() {
    Cause words = Cause.ofToken(400, "invalid_grant", "invalid assertion");
    for (Failure failure :
        List.of(
            new NetworkFailure(NetworkFailure.Kind.OTHER, "lost", words),
            new ConfigFailure("wrong", words),
            new TokenRefused("without words"),
            new ApiRefused("without words"))) {
      assertEquals(Optional.empty(), Remedies.find(failure));
      assertEquals(List.of(), Remedies.hints(failure, SITUATION));
    }
  }

  @Test
  void unknownWordsOfTheRestApiGetNoHintAtAll() {
    Failure failure = new ApiRefused("refused", Cause.ofRest(400, "BRAND_NEW", "x"));
    assertEquals(List.of(), Remedies.hints(failure, SITUATION));
  }

  @Test
  void theHintsOfThisMachineComeFirst() {
    Failure failure =
        new TokenRefused(
            "refused",
            Cause.ofToken(400, "invalid_grant", "expired authorization code"),
            "set the clock");
    List<String> hints = Remedies.hints(failure, SITUATION);
    assertEquals("set the clock", hints.get(0));
    assertEquals(
        List.of("set the clock of this machine", "aquila doctor tells what else may be behind it"),
        List.of(hints.get(1).substring(0, 29), hints.get(2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no place | no place",
        "{username} at {tokenhost} | jane@acme.example at acme.my.salesforce.com",
        "{audience} and {instance} | https://login.salesforce.com and https://acme.my.salesforce.com",
        "{fingerprint}{fingerprint} | ab12ab12",
        "{Username} {} { username } | {Username} {} { username }",
      })
  void aHintNamesTheSetUp(String hint, String filled) {
    assertEquals(Optional.of(filled), SITUATION.fill(hint));
  }

  @Test
  void aHintThatNamesWhatIsNotKnownIsLeftOut() {
    assertEquals(Optional.empty(), with("jane", null).fill("it must print {fingerprint}"));
    Failure failure =
        new TokenRefused("refused", Cause.ofToken(400, "invalid_grant", "invalid assertion"));
    Advice row = Remedies.find(failure).orElseThrow().advice();
    List<String> with = row.fill(SITUATION::fill).hints();
    List<String> without = row.fill(with("jane", null)::fill).hints();
    assertEquals(with.size() - 1, without.size());
    assertTrue(with.toString().contains("ab12"));
    assertFalse(without.toString().contains("null"), without::toString);
    assertEquals(row.causes().size(), row.fill(with("jane", null)::fill).causes().size());
  }

  @Test
  void whatTheSetUpSaysIsNoPattern() {
    String hostile = "$1\\{audience}";
    assertEquals(Optional.of("for " + hostile), with(hostile, null).fill("for {username}"));
  }

  @Test
  void aPlaceThatDoesNotExistIsABug() {
    assertThrows(IllegalArgumentException.class, () -> SITUATION.fill("{nowhere}"));
  }

  private static Situation with(String username, @Nullable String fingerprint) {
    Map<String, String> values = new HashMap<>();
    values.put("username", username);
    values.put("audience", "https://login.salesforce.com");
    values.put("tokenhost", "acme.my.salesforce.com");
    values.put("instance", "https://acme.my.salesforce.com");
    values.put("app", "the app whose Consumer Key (the client-id) begins 3MVG9 and ends Y6m");
    values.put("keyplace", "acme.properties, line 4");
    values.put("proxy", "Aquila was told of no proxy");
    if (fingerprint != null) {
      values.put("fingerprint", fingerprint);
    }
    return new Situation(values);
  }
}
