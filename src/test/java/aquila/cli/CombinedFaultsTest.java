package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.simulator.Scenarios;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults that come in twos and threes: all that can be seen at once is named, and no field is
 * blamed that is right.
 */
class CombinedFaultsTest {
  private static final Set<String> URLS = Set.of("audience-url", "instance-url", "token-url");

  @TempDir Path home;

  /** A fault of one field that says nothing about another. */
  private record Fault(String field, String value, String id) {}

  private static final List<Fault> FAULTS =
      List.of(
          new Fault("audience-url", "", "field.missing"),
          new Fault(
              "audience-url", "https://login.salesforce.com\u00a0", "field.invisible-character"),
          new Fault("audience-url", "\"https://login.salesforce.com\"", "field.quoted"),
          new Fault("audience-url", "login.salesforce.com", "field.audience-without-scheme"),
          new Fault("audience-url", "http://login.salesforce.com", "field.audience-not-https"),
          new Fault("audience-url", "https://login.salesforce.com/", "field.audience-slash"),
          new Fault(
              "audience-url",
              "https://login.salesforce.com/services/oauth2/token",
              "field.audience-path"),
          new Fault("audience-url", "https://acme.lightning.force.com", "field.lightning-host"),
          new Fault("audience-url", "<audience>", "field.placeholder"),
          new Fault("audience-url", "https://test.salesforce.com", "field.orgs-mixed"),
          new Fault("key-path", "", "field.missing"),
          new Fault("key-path", "~/server.key", "field.home-directory"),
          new Fault("key-path", "C:keysserver.key", "field.lost-backslash"),
          new Fault("key-path", "/path/to/server.key", "field.placeholder"),
          new Fault("key-path", "gone.key", "key.missing"),
          new Fault("key-path", "server.crt", "key.certificate"),
          new Fault("username", "", "field.missing"),
          new Fault("username", "\u201cjane@acme.com\u201d", "field.quoted"),
          new Fault("username", "jane@acme.com\u200b", "field.invisible-character"),
          new Fault("username", " jane@acme.com", "field.blanks"),
          new Fault("username", "0051t000001AbCd", "field.user-id"),
          new Fault("username", "jdoe", "field.username-without-at"),
          new Fault("username", "CHANGEME", "field.placeholder"),
          new Fault("username", "jane @acme.com", "field.blank-inside"),
          new Fault("client-id", "", "field.missing"),
          new Fault("client-id", "0H4A0000000blah", "field.app-record-id"),
          new Fault("client-id", "0123456789ABCDEF".repeat(4), "field.client-secret"),
          new Fault("client-id", CheckedSetup.CLIENT_ID + ",", "field.punctuation"),
          new Fault("client-id", "xxxxxxxx", "field.placeholder"),
          new Fault("instance-url", "", "field.missing"),
          new Fault("instance-url", "acme.my.salesforce.com", "field.url-without-scheme"),
          new Fault("instance-url", "https:/acme.my.salesforce.com", "field.url-malformed"),
          new Fault("instance-url", "https://acme.lightning.force.com", "field.lightning-host"),
          new Fault("instance-url", "https://login.salesforce.com", "field.login-host"),
          new Fault("instance-url", "https://na9.salesforce.com", "field.legacy-host"),
          new Fault("instance-url", "https://acme.my.salesforce.com/x", "field.instance-path"),
          new Fault("instance-url", "https://yourdomain.my.salesforce.com", "field.placeholder"),
          new Fault("token-url", "", "field.missing"),
          new Fault("token-url", "http://acme.my.salesforce.com", "field.url-not-https"),
          new Fault(
              "token-url",
              "https://acme.my.salesforce.com/services/oauth2/authorize",
              "field.token-path"),
          new Fault("token-url", "https://acme.my.salesforce-setup.com", "field.setup-host"),
          new Fault("token-url", "https://acme.my.salesforce.com;", "field.punctuation"),
          new Fault("token-url", "https://jane:x@acme.my.salesforce.com", "field.url-with-login"));

  @Test
  void everyPairIsNamed() throws Exception {
    CheckedSetup setup = setup();
    for (int i = 0; i < FAULTS.size(); i++) {
      for (int j = i + 1; j < FAULTS.size(); j++) {
        if (!FAULTS.get(i).field.equals(FAULTS.get(j).field)) {
          assertNamed(setup, List.of(FAULTS.get(i), FAULTS.get(j)));
        }
      }
    }
  }

  @Test
  void threeAtATimeAreNamed() throws Exception {
    Random random = new Random(20_261_125);
    CheckedSetup setup = setup();
    for (int i = 0; i < 400; i++) {
      List<Fault> all = new ArrayList<>(FAULTS);
      Collections.shuffle(all, random);
      List<Fault> chosen = new ArrayList<>();
      Set<String> fields = new HashSet<>();
      for (Fault fault : all) {
        if (chosen.size() < 3 && fields.add(fault.field)) {
          chosen.add(fault);
        }
      }
      assertNamed(setup, chosen);
    }
  }

  private CheckedSetup setup() throws Exception {
    CheckedSetup setup = new CheckedSetup(home);
    // Relative paths begin at the file.
    Files.createDirectories(setup.file().getParent());
    Files.copy(setup.bench.home.resolve("server.crt"), setup.file().resolveSibling("server.crt"));
    return setup;
  }

  private static void assertNamed(CheckedSetup right, List<Fault> faults) throws Exception {
    var values = new java.util.EnumMap<>(right.values);
    Set<String> spoilt = new HashSet<>();
    for (Fault fault : faults) {
      right.with(fault.field, fault.value);
      spoilt.add(fault.field);
    }
    List<String> troubles = right.check().troubles();
    for (Fault fault : faults) {
      assertTrue(isNamed(fault, faults, troubles), () -> fault + " is not among " + troubles);
    }
    for (JsonNode finding : right.report.path("findings")) {
      if (List.of("fail", "warn").contains(finding.path("status").asText())) {
        String field = finding.path("field").asText("");
        boolean isOfUrls = field.isEmpty() && spoilt.stream().anyMatch(URLS::contains);
        assertTrue(isOfUrls || spoilt.contains(field), () -> faults + " made " + finding);
      }
    }
    boolean isFailed = right.report.toString().contains("\"status\":\"fail\"");
    assertEquals(isFailed, right.code != 0);
    right.values.clear();
    right.values.putAll(values);
  }

  private static boolean isNamed(Fault fault, List<Fault> all, List<String> troubles) {
    if (fault.id.equals("field.orgs-mixed")) {
      // It takes another host to stand against.
      boolean isSeen = all.stream().filter(it -> URLS.contains(it.field)).count() > 1;
      return isSeen || troubles.stream().anyMatch(it -> it.startsWith(fault.id));
    }
    return troubles.stream()
        .anyMatch(it -> it.startsWith(fault.id + " ") && it.endsWith(" " + fault.field));
  }

  /** A fault of this machine that leaves the way to the org as it is, and one of the way. */
  static Stream<Arguments> onTheWay() {
    List<Arguments> pairs = new ArrayList<>();
    for (String here :
        List.of("C1", "C5", "C6", "C14", "C19", "C20", "C21", "K2", "K4", "K17", "K25")) {
      for (String there : List.of("N2", "N5", "N6", "N8", "N14", "N15", "R9")) {
        pairs.add(Arguments.of(here, there));
      }
    }
    return pairs.stream();
  }

  /** A clock that is off, and what Salesforce refuses besides. */
  static Stream<Arguments> withTheClock() {
    return Stream.of("T1", "T2", "T3", "T9", "T13", "T14", "R6", "R8", "Q1", "D2")
        .map(row -> Arguments.of("N15", row));
  }

  @ParameterizedTest(name = "{0} and {1}")
  @MethodSource({"onTheWay", "withTheClock"})
  void doctorNamesBothAndNoOther(String one, String other) throws Exception {
    String first = Scenarios.find(one).orElseThrow().id();
    String second = Scenarios.find(other).orElseThrow().id();
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(
          setup ->
              setup
                  .with(Scenarios.find(one).orElseThrow())
                  .with(Scenarios.find(other).orElseThrow()));
      Examined examined = Examined.of(bench, Set.of("login.salesforce.com"));
      Set<String> named = new HashSet<>();
      for (JsonNode finding : examined.findings()) {
        if (List.of("fail", "warn").contains(finding.path("status").asText())) {
          named.add(finding.path("id").asText());
        }
      }
      assertEquals(Set.of(first, second), named, bench.out);
      assertFalse(examined.code() == 0 && !one.equals("C20"), bench.out);
    }
  }
}
