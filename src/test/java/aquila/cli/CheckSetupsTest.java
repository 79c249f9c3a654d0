package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import aquila.config.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Correct set-ups give no false alarm, and faults that come together are named together. */
class CheckSetupsTest {

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "https://login.salesforce.com, jane@acme.com, https://acme.my.salesforce.com,"
        + " https://login.salesforce.com/services/oauth2/token",
    "https://login.salesforce.com, jane@acme.com, https://acme.my.salesforce.com,"
        + " https://login.salesforce.com",
    "https://login.salesforce.com, jane@acme.com, https://acme.my.salesforce.com,"
        + " https://acme.my.salesforce.com",
    "https://acme.my.salesforce.com, jane@acme.co.uk, https://acme.my.salesforce.com,"
        + " https://acme.my.salesforce.com/services/oauth2/token",
    "https://test.salesforce.com, jane@acme.com.uat, https://acme--uat.sandbox.my.salesforce.com,"
        + " https://acme--uat.sandbox.my.salesforce.com",
    "https://test.salesforce.com, jane@acme.com, https://acme--uat.sandbox.my.salesforce.com,"
        + " https://acme--uat.sandbox.my.salesforce.com/services/oauth2/token",
    "https://acme--uat.sandbox.my.salesforce.com, jane@acme.com.uat,"
        + " https://acme--uat.sandbox.my.salesforce.com,"
        + " https://acme--uat.sandbox.my.salesforce.com",
    "https://test.salesforce.com, jane@acme.com.old, https://acme--old.my.salesforce.com,"
        + " https://acme--old.sandbox.my.salesforce.com",
    "https://login.salesforce.com, jane@agency.gov, https://agency.my.salesforce.com,"
        + " https://agency.my.salesforce.com",
    "https://login.salesforce.com, jane@agency.mil, https://agency.my.salesforce.mil,"
        + " https://agency.my.salesforce.mil/services/oauth2/token",
    "https://test.salesforce.com, jane@agency.mil.uat, https://agency--uat.sandbox.my.salesforce.mil,"
        + " https://agency--uat.sandbox.my.salesforce.mil",
    "https://login.salesforce.com, jane@acme.cn, https://acme.my.sfcrmproducts.cn,"
        + " https://acme.my.sfcrmproducts.cn",
    "https://login.salesforce.com, jane@dev.org, https://acme-dev-ed.develop.my.salesforce.com,"
        + " https://acme-dev-ed.develop.my.salesforce.com",
    "https://test.salesforce.com, test-abc123@example.com, https://pure-sky-1.scratch.my.salesforce.com,"
        + " https://pure-sky-1.scratch.my.salesforce.com",
    "https://login.salesforce.com, j.o'hara+elf_1@sub.acme-corp.museum, https://a-1.my.salesforce.com,"
        + " https://a-1.my.salesforce.com",
    "https://login.salesforce.com, svc-logs@acme.com.prod, https://acme.my.salesforce.com,"
        + " https://acme.my.salesforce.com",
    "https://login.salesforce.com, svc@acme.local, https://acme.my.salesforce.com,"
        + " https://acme.my.salesforce.com",
    "https://login.salesforce.com, svc@acme, https://acme.my.salesforce.com,"
        + " https://acme.my.salesforce.com",
    "https://login.salesforce.com, J\u00fcrgen@m\u00fcller.de, https://mueller.my.salesforce.com,"
        + " https://mueller.my.salesforce.com",
    "https://gateway.acme.com, jane@acme.com, https://gateway.acme.com:8443,"
        + " https://gateway.acme.com/services/oauth2/token",
    "http://127.0.0.1:8080, jane@acme.com, http://127.0.0.1:8080,"
        + " http://127.0.0.1:8080/services/oauth2/token",
    "https://acme.my.site.com/portal, jane@acme.com, https://acme.my.salesforce.com,"
        + " https://acme.my.site.com",
  })
  void aCorrectSetUpGivesNoFalseAlarm(
      String audience, String username, String instance, String token) throws Exception {
    CheckedSetup setup =
        new CheckedSetup(home)
            .with(Field.AUDIENCE_URL, audience)
            .with(Field.USERNAME, username)
            .with(Field.INSTANCE_URL, instance)
            .with(Field.TOKEN_URL, token)
            .check("--strict", "--cert", "server.crt");
    assertEquals(List.of(), setup.troubles());
    assertEquals(0, setup.code);
  }

  @Test
  void theSimulatedOrgIsCorrect() throws Exception {
    try (Bench bench = new Bench(home.toRealPath())) {
      bench.startOrg(setup -> setup);
      assertEquals(0, bench.run("check", "--strict"), bench.out);
    }
  }

  /** Faults that come together, and all that can be seen of them at once. */
  record Mixture(List<String> spoilt, List<String> found) {}

  static Stream<Mixture> mixtures() {
    return Stream.of(
        new Mixture(
            List.of("username=jdoe", "client-id="),
            List.of("field.username-without-at C6 username", "field.missing C22 client-id")),
        new Mixture(
            List.of("username=jdoe", "key-path=server.crt"),
            List.of("field.username-without-at C6 username", "key.certificate K4 key-path")),
        new Mixture(
            List.of("instance-url=\u201chttp://acme.lightning.force.com\u201d"),
            List.of(
                "field.quoted C1 instance-url",
                "field.url-not-https C12 instance-url",
                "field.lightning-host C8 instance-url")),
        new Mixture(
            List.of("audience-url=https://test.salesforce.com/", "username=0051t000001AbCd"),
            List.of(
                "field.audience-slash C14 audience-url",
                "field.user-id C5 username",
                "field.orgs-mixed C16 audience-url")),
        new Mixture(
            List.of("client-id=jane@acme.com", "username=" + CheckedSetup.CLIENT_ID, "token-url=x"),
            List.of(
                "field.swapped C21 username",
                "field.swapped C21 client-id",
                "field.url-without-scheme C12 token-url")),
        new Mixture(
            List.of(
                "instance-url=na9.salesforce.com", "token-url=https://acme.my.salesforce.com/x"),
            List.of(
                "field.url-without-scheme C12 instance-url",
                "field.legacy-host C11 instance-url",
                "field.token-path C15 token-url")),
        new Mixture(
            List.of("key-path=missing.key", "username=jane@acme.com.uat", "audience-url="),
            List.of(
                "field.missing C22 audience-url",
                "field.sandbox-username C7 username",
                "key.missing C19 key-path")),
        new Mixture(
            List.of("ca-file=none.pem", "read-timeout=soon", "proxy=gopher://x"),
            List.of(
                "field.option-unusable  read-timeout",
                "field.ca-file-unusable  ca-file",
                "field.proxy-unusable  proxy")));
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void faultsThatComeTogetherAreNamedTogether(Mixture mixture) throws Exception {
    CheckedSetup setup = new CheckedSetup(home);
    for (String line : mixture.spoilt) {
      String[] parts = line.split("=", 2);
      setup.with(parts[0], parts[1]);
    }
    // Relative paths begin at the file.
    java.nio.file.Files.createDirectories(setup.file().getParent());
    java.nio.file.Files.copy(
        setup.bench.home.resolve("server.crt"), setup.file().resolveSibling("server.crt"));
    setup.check();
    assertEquals(mixture.found, setup.troubles());
    assertEquals(3, setup.code);
  }

  @Test
  void aPasswordOfTheProxyIsNotRepeated() throws Exception {
    CheckedSetup setup = new CheckedSetup(home).with("proxy", "ftp://me:hush@proxy:1").check();
    assertEquals(List.of("field.proxy-unusable  proxy"), setup.troubles());
    assertFalse(setup.bench.out.contains("hush"), setup.bench.out);
  }
}
