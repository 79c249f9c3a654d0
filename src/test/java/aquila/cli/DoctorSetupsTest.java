package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import aquila.key.CertificateFile;
import aquila.key.HeldCertificate;
import aquila.simulator.EventLogs;
import aquila.simulator.OrgSetup;
import aquila.simulator.OrgUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Correct set-ups of many kinds: neither {@code check --strict} nor {@code doctor} minds them. */
class DoctorSetupsTest {

  @TempDir Path home;

  static Stream<Arguments> orgs() {
    return Stream.of(
        org("production", setup -> setup),
        org("sandbox", setup -> setup.with(setup.conduct().withSandbox(true))),
        org("hourly files", setup -> setup.with(EventLogs.USUAL.withHourly(true))),
        org("the free tier", setup -> setup.with(EventLogs.FREE)),
        org("never had hourly files", setup -> setup.with(setup.eventLogs().withoutIntervals())),
        org(
            "files with late events",
            setup -> setup.with(EventLogs.USUAL.withHourly(true).withLate(true))),
        org("one type for one day", setup -> setup.with(new EventLogs(1, List.of("Login"), false))),
        org(
            "View All Data in place of View Event Log Files",
            setup ->
                setup.withEachUser(
                    user ->
                        user.without(OrgUser.Permission.VIEW_EVENT_LOG_FILES)
                            .with(OrgUser.Permission.VIEW_ALL_DATA))),
        org("no scope openid", setup -> setup.withEachApp(app -> app.withoutScope("openid"))),
        org("an API of the day", setup -> setup.with(setup.conduct().withNewestVersion(60))),
        org(
            "a clock that is a little slow",
            setup -> setup.withClock(Clock.offset(setup.clock(), Duration.ofSeconds(59)))),
        org(
            "a clock that is a little fast",
            setup -> setup.withClock(Clock.offset(setup.clock(), Duration.ofSeconds(-59)))),
        org(
            "half of the API calls spent",
            setup -> setup.with(setup.conduct().withCallsLeft(7500))));
  }

  private static Arguments org(String name, UnaryOperator<OrgSetup> change) {
    return arguments(name, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orgs")
  void anOrgAsItMayBe(String name, UnaryOperator<OrgSetup> change) throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(change);
      assertHealthy(bench);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "integration@acme.com",
        "j.o'hara+elf_1@sub.acme-corp.museum",
        "svc@acme",
        "svc-logs@acme.com.prod",
        "svc-logs@acme.com.uat",
        "J\u00fcrgen@m\u00fcller.de",
        "UPPER@ACME.COM",
        "a@b.co"
      })
  void usernamesOfAllShapes(String username) throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup.withUsernames(List.of(username)));
      bench.environment.put("AQUILA_USERNAME", username);
      assertHealthy(bench);
    }
  }

  @ParameterizedTest(name = "{0}, passphrase in {1}")
  @CsvSource({
    "pkcs8.pem, nothing",
    "pkcs1.pem, nothing",
    "pkcs8.der, nothing",
    "pkcs1.der, nothing",
    "bag-attributes.pem, nothing",
    "store-open.p12, nothing",
    "pkcs8-aes256.pem, variable",
    "pkcs8-aes256.pem, file",
    "pkcs8-aes256.der, file",
    "pkcs1-aes256.pem, variable",
    "store.p12, variable",
    "store.p12, file",
    "pkcs8-scrypt.pem, file",
  })
  void keysOfAllForms(String name, String passphrase) throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      Path key = Files.write(bench.home.resolve("fixture.key"), CheckKeyTest.bytes(name));
      CheckedSetup.mode(key, "rw-------");
      Path uploaded = bench.home.resolve("fixture.crt");
      Files.write(uploaded, CheckKeyTest.bytes("certificate.pem"));
      CertificateFile certificate = CertificateFile.read(uploaded);
      bench.startOrg(
          setup -> setup.withEachApp(app -> app.withKey(certificate.publicKey().orElseThrow())));
      bench.environment.put("AQUILA_KEY_PATH", key.toString());
      if (passphrase.equals("variable")) {
        bench.environment.put("AQUILA_KEY_PASSPHRASE", "sesame");
      } else if (passphrase.equals("file")) {
        Path file = Files.writeString(bench.home.resolve("passphrase"), "sesame\n");
        CheckedSetup.mode(file, "rw-------");
        bench.environment.put("AQUILA_KEY_PASSPHRASE_FILE", file.toString());
      }
      assertHealthy(bench, "--cert", "fixture.crt");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--audience-url, https://login.salesforce.com",
    "--api-version, 37",
    "--api-version, v67.0",
    "--token-cache, on",
    "--connect-timeout, 5s",
  })
  void settingsThatMayBe(String option, String value) throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup);
      assertHealthy(bench, option, value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://test.salesforce.com", "itself"})
  void theAudiencesOfASandbox(String audience) throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup.with(setup.conduct().withSandbox(true)));
      String url = audience.equals("itself") ? bench.org().url().toString() : audience;
      assertHealthy(bench, "--audience-url", url);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://proxy.invalid:3128"})
  void anAuthorityOfTheirOwn(String proxy) throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      // TLS looks at the real clock, whatever a test's own says.
      Instant now = Instant.now();
      HeldCertificate pair =
          HeldCertificate.generate(
              2048,
              "Acme",
              now.minusSeconds(60),
              now.plus(1, ChronoUnit.DAYS),
              List.of("127.0.0.1"));
      Path authority = Files.writeString(bench.home.resolve("acme.crt"), pair.certificatePem());
      bench.startOrg(setup -> setup.withTls(pair));
      bench.environment.put("AQUILA_CA_FILE", authority.toString());
      // Nothing on this machine is reached through a proxy of the environment.
      bench.environment.put("HTTPS_PROXY", proxy);
      assertHealthy(bench);
    }
  }

  private static void assertHealthy(Bench bench, String... options) throws Exception {
    Examined examined = Examined.of(bench, Set.of(), options);
    assertEquals(List.of(), examined.of("fail"), bench.out);
    assertEquals(List.of(), examined.of("warn"), bench.out);
    assertEquals(0, examined.code());
    List<String> words = new ArrayList<>(List.of("check", "--strict"));
    words.addAll(List.of(options));
    assertEquals(0, bench.run(words.toArray(String[]::new)), bench.out);
  }
}
