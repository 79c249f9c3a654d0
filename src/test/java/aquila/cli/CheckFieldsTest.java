package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.config.Field;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the failure catalogue about a field, found by the real command. */
class CheckFieldsTest {

  @TempDir Path home;

  /** A field, its spoilt value, the finding it must make, and the form it should have had. */
  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "username|jane@acme.com\u00a0|fail|C1|field.invisible-character|jane@acme.com",
        "username|\u200bjane@acme.com|fail|C1|field.invisible-character|jane@acme.com",
        "username|`jane@acme.com\t`|fail|C1|field.invisible-character|jane@acme.com",
        "instance-url|https://acme.my.sales\u00adforce.com|fail|C1|field.invisible-character"
            + "|https://acme.my.salesforce.com",
        "client-id|`\"3MVG9pQx7TzLbE2uJwK0aVn4RdYc\"`|fail|C1|field.quoted"
            + "|3MVG9pQx7TzLbE2uJwK0aVn4RdYc",
        "username|\u201cjane@acme.com\u201d|fail|C1|field.quoted|jane@acme.com",
        "username|\u00abjane@acme.com\u00bb|fail|C1|field.quoted|jane@acme.com",
        "username|` jane@acme.com `|warn|C1|field.blanks|jane@acme.com",
        "username|jane@acme.com,|fail|C1|field.punctuation|jane@acme.com",
        "instance-url|https://acme.my.salesforce.com;|fail|C1|field.punctuation"
            + "|https://acme.my.salesforce.com",
        "client-id|3MVG9pQx7TzLbE2uJw K0aVn4RdYcHs6FgM1oXi|fail|C1|field.blank-inside|",
        "username|jane @acme.com|fail|C1|field.blank-inside|",
        "key-path|~/server.key|fail|C2|field.home-directory|",
        "key-path|C:keysserver.key|fail|C2|field.lost-backslash|",
        "client-id|0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef|warn|C3"
            + "|field.client-secret|",
        "client-id|1234567890123456789|warn|C3|field.client-secret|",
        "client-id|0H4A0000000blah|warn|C4|field.app-record-id|",
        "client-id|888x0000000001AAAQ|warn|C4|field.app-record-id|",
        "username|0051t000001AbCd|fail|C5|field.user-id|",
        "username|0051t000001AbCdEFG|fail|C5|field.user-id|",
        "username|jdoe|fail|C6|field.username-without-at|",
        "username|Jane Doe|fail|C6|field.username-without-at|",
        "username|jane@acme.com.uat|warn|C7|field.sandbox-username|",
        "instance-url|https://acme.lightning.force.com/lightning/page/home|fail|C8"
            + "|field.lightning-host|https://acme.my.salesforce.com",
        "token-url|https://acme.lightning.force.com|fail|C8|field.lightning-host"
            + "|https://acme.my.salesforce.com/services/oauth2/token",
        "audience-url|https://acme.lightning.force.com|fail|C8|field.lightning-host"
            + "|https://acme.my.salesforce.com",
        "instance-url|https://acme.my.salesforce-setup.com/lightning/setup|fail|C9"
            + "|field.setup-host|https://acme.my.salesforce.com",
        "instance-url|https://acme.file.force.com|fail|C9|field.content-host"
            + "|https://acme.my.salesforce.com",
        "instance-url|https://acme--c.vf.force.com/apex/p|fail|C9|field.content-host"
            + "|https://acme.my.salesforce.com",
        "instance-url|https://acme--c.visualforce.com|fail|C9|field.content-host"
            + "|https://acme.my.salesforce.com",
        "instance-url|https://acme.my.site.com|fail|C9|field.content-host"
            + "|https://acme.my.salesforce.com",
        "instance-url|https://login.salesforce.com|fail|C10|field.login-host"
            + "|https://acme.my.salesforce.com",
        "instance-url|https://na9.salesforce.com|warn|C11|field.legacy-host"
            + "|https://acme.my.salesforce.com",
        "token-url|https://eu12.salesforce.com|warn|C11|field.legacy-host"
            + "|https://acme.my.salesforce.com/services/oauth2/token",
        "instance-url|acme.my.salesforce.com|fail|C12|field.url-without-scheme"
            + "|https://acme.my.salesforce.com",
        "instance-url|//acme.my.salesforce.com|fail|C12|field.url-without-scheme"
            + "|https://acme.my.salesforce.com",
        "instance-url|http://acme.my.salesforce.com|fail|C12|field.url-not-https"
            + "|https://acme.my.salesforce.com",
        "instance-url|https:/acme.my.salesforce.com|fail|C12|field.url-malformed"
            + "|https://acme.my.salesforce.com",
        "instance-url|https//acme.my.salesforce.com|fail|C12|field.url-malformed"
            + "|https://acme.my.salesforce.com",
        "instance-url|https://https://acme.my.salesforce.com|fail|C12|field.url-malformed"
            + "|https://acme.my.salesforce.com",
        "instance-url|https://acme_corp.my.salesforce.com|fail|C12|field.url-malformed|",
        "instance-url|https://|fail|C12|field.url-malformed|",
        "instance-url|https://acme|warn|C12|field.short-host|",
        "token-url|https://login:8443|warn|C12|field.short-host|",
        "instance-url|https://jane:pw@acme.my.salesforce.com|fail|C12|field.url-with-login"
            + "|https://acme.my.salesforce.com",
        "instance-url|https://acme.my.salesforce.com/home/home.jsp?x=1|warn|C13"
            + "|field.instance-path|https://acme.my.salesforce.com",
        "instance-url|https://acme.my.salesforce.com/|warn|C13|field.instance-slash"
            + "|https://acme.my.salesforce.com",
        "audience-url|https://login.salesforce.com/services/oauth2/token|fail|C14"
            + "|field.audience-path|https://login.salesforce.com",
        "audience-url|login.salesforce.com|fail|C14|field.audience-without-scheme"
            + "|https://login.salesforce.com",
        "audience-url|http://login.salesforce.com|fail|C14|field.audience-not-https"
            + "|https://login.salesforce.com",
        "audience-url|https://login.salesforce.com/|warn|C14|field.audience-slash"
            + "|https://login.salesforce.com",
        "audience-url|https://Login.Salesforce.com|warn|C14|field.audience-spelling"
            + "|https://login.salesforce.com",
        "audience-url|https://login.salesforce.com:443|warn|C14|field.audience-spelling"
            + "|https://login.salesforce.com",
        "token-url|https://acme.my.salesforce.com/services/oauth2/authorize|fail|C15"
            + "|field.token-path|https://acme.my.salesforce.com/services/oauth2/token",
        "token-url|https://acme.my.salesforce.com/services/oauth2/token/|warn|C15"
            + "|field.token-slash|https://acme.my.salesforce.com/services/oauth2/token",
        "audience-url|https://test.salesforce.com|fail|C16|field.orgs-mixed|",
        "audience-url|https://beta.my.salesforce.com|fail|C16|field.orgs-mixed|",
        "instance-url|https://acme--uat.sandbox.my.salesforce.com|fail|C16|field.orgs-mixed|",
        "username|https://acme.my.salesforce.com|fail|C21|field.misplaced|",
        "client-id|/home/jane/server.key|fail|C21|field.misplaced|",
        "key-path|3MVG9pQx7TzLbE2uJwK0aVn4RdYcHs6|fail|C21|field.misplaced|",
        "instance-url|jane@acme.com|fail|C21|field.misplaced|",
        "token-url|<your token URL>|fail|C22|field.placeholder|",
        "client-id|xxxxxxxx|fail|C22|field.placeholder|",
        "client-id|3MVG9\u2026|fail|C22|field.placeholder|",
        "username|CHANGEME|fail|C22|field.placeholder|",
        "instance-url|https://example.com|fail|C22|field.placeholder|",
        "instance-url|https://yourdomain.my.salesforce.com|fail|C22|field.placeholder|",
        "instance-url|https://mycompany.my.salesforce.com|fail|C22|field.placeholder|",
        "key-path|/path/to/server.key|fail|C22|field.placeholder|",
        "username|${SF_USER}|fail|C22|field.placeholder|",
      })
  void eachFaultIsNamedAlone(
      String key, String value, String status, String row, String id, String normal)
      throws Exception {
    CheckedSetup setup = new CheckedSetup(home).with(key, value).check();
    assertEquals(List.of(id + " " + row + " " + key), setup.troubles(), setup.report::toString);
    assertEquals(status.equals("fail") ? 3 : 0, setup.code);
    JsonNode finding = setup.finding(id);
    assertEquals(status, finding.get("status").asText());
    int line = Field.required().indexOf(Field.ofKey(key).orElseThrow()) + 1;
    assertEquals(setup.file() + ", line " + line, finding.get("origin").asText());
    assertFalse(finding.get("hints").isEmpty());
    if (normal != null) {
      assertEquals(normal, finding.get("normal").asText());
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"AUDIENCE_URL", "KEY_PATH", "USERNAME", "CLIENT_ID", "INSTANCE_URL", "TOKEN_URL"})
  void aMissingFieldIsNamedAlone(Field field) throws Exception {
    for (String value : List.of("", "   ")) {
      CheckedSetup setup = new CheckedSetup(fresh()).with(field, value).check();
      assertEquals(List.of("field.missing C22 " + field.key()), setup.troubles());
      assertEquals(3, setup.code);
      assertTrue(setup.finding("field.missing").get("hints").get(0).asText().contains(field.key()));
    }
  }

  @Test
  void exchangedFieldsAreNamedBoth() throws Exception {
    CheckedSetup setup =
        new CheckedSetup(home)
            .with(Field.USERNAME, CheckedSetup.CLIENT_ID)
            .with(Field.CLIENT_ID, "jane@acme.com")
            .check();
    assertEquals(
        List.of("field.swapped C21 username", "field.swapped C21 client-id"), setup.troubles());
    assertEquals("jane@acme.com", setup.finding("field.swapped").get("normal").asText());
    assertEquals(3, setup.code);
  }

  @Test
  void nobodyIsBlamedWhereTwoOrgsStandAgainstEachOther() throws Exception {
    CheckedSetup setup =
        new CheckedSetup(home).with(Field.TOKEN_URL, "https://beta.my.salesforce.com").check();
    assertEquals(List.of("field.orgs-mixed C16"), setup.troubles());
    assertEquals(
        "token-url is of the org at beta.my.salesforce.com; instance-url is of the org at"
            + " acme.my.salesforce.com",
        setup.finding("field.orgs-mixed").get("message").asText());
  }

  @Test
  void theUsernameCountsAgainstAMajority() throws Exception {
    CheckedSetup setup =
        new CheckedSetup(home)
            .with(Field.TOKEN_URL, "https://test.salesforce.com")
            .with(Field.USERNAME, "jane@acme.com.uat")
            .check();
    assertEquals(List.of("field.orgs-mixed C16"), setup.troubles());
  }

  @Test
  void bothOnTheLoginHostOfSandboxesIsAWarning() throws Exception {
    CheckedSetup setup =
        new CheckedSetup(home)
            .with(Field.AUDIENCE_URL, "https://test.salesforce.com")
            .with(Field.TOKEN_URL, "https://test.salesforce.com/services/oauth2/token")
            .with(Field.INSTANCE_URL, "https://acme--uat.sandbox.my.salesforce.com")
            .check();
    assertEquals(List.of("field.test-host C17 token-url"), setup.troubles());
    assertEquals(
        "https://acme--uat.sandbox.my.salesforce.com/services/oauth2/token",
        setup.finding("field.test-host").get("normal").asText());
    assertEquals(0, setup.code);
    assertEquals(3, setup.check("--strict").code);
  }

  @ParameterizedTest
  @CsvSource({"salesforce.mil", "sfcrmproducts.cn"})
  void cloudsOfTheirOwnWantTheLoginHostAsAudience(String cloud) throws Exception {
    CheckedSetup setup =
        new CheckedSetup(home)
            .with(Field.AUDIENCE_URL, "https://agency.my." + cloud)
            .with(Field.TOKEN_URL, "https://agency.my." + cloud)
            .with(Field.INSTANCE_URL, "https://agency.my." + cloud)
            .check();
    assertEquals(List.of("field.own-cloud-audience C18 audience-url"), setup.troubles());
    assertEquals(0, setup.code);
  }

  @Test
  void aWordProcessorsDashIsTakenForTwoHyphens() throws Exception {
    CheckedSetup setup =
        new CheckedSetup(home)
            .with(Field.AUDIENCE_URL, "https://test.salesforce.com")
            .with(Field.TOKEN_URL, "https://acme--uat.sandbox.my.salesforce.com")
            .with(Field.INSTANCE_URL, "https://acme\u2013uat.sandbox.my.salesforce.com")
            .check();
    assertEquals(List.of("field.url-malformed C12 instance-url"), setup.troubles());
    assertEquals(
        "https://acme--uat.sandbox.my.salesforce.com",
        setup.finding("field.url-malformed").get("normal").asText());
  }

  @Test
  void theFileIsReadAsFarAsItGoes() throws Exception {
    CheckedSetup setup = new CheckedSetup(home);
    setup.checkFile(
        """
        audience-url=https://login.salesforce.com
        key-path=C:\\keys\\new\\server.key
        username=jdoe
        username=jane
        clientid=x
        instance-url=https://acme.my.salesforce.com
        token-url=https://acme.my.salesforce.com
        """);
    assertEquals(
        List.of(
            "field.backslash C2 key-path",
            "field.repeated-key  username",
            "field.unknown-key",
            "field.username-without-at C6 username",
            "field.missing C22 client-id"),
        setup.troubles());
    assertEquals(3, setup.code);
    assertEquals(
        "its line in the configuration file cannot be read",
        setup.finding("field.key-path").get("message").asText());
    assertTrue(setup.of("skip").contains("key.file"), setup.report::toString);
  }

  @Test
  void aKeyPastedIntoTheFileIsNeitherRepeatedNorTakenForOtherLines() throws Exception {
    CheckedSetup setup = new CheckedSetup(home);
    String key = java.nio.file.Files.readString(setup.bench.home.resolve("server.key"));
    setup.checkFile(
        "audience-url=https://login.salesforce.com\nkey-path="
            + key
            + "username=jane@acme.com\nclient-id="
            + CheckedSetup.CLIENT_ID
            + "\ninstance-url=https://acme.my.salesforce.com"
            + "\ntoken-url=https://acme.my.salesforce.com\n");
    assertEquals(List.of("key.pasted K25 key-path"), setup.troubles());
    assertEquals(3, setup.code);
    key.lines().forEach(line -> assertFalse(setup.bench.out.contains(line), line));
  }

  @Test
  void aKeyPastedIntoAVariableIsNotRepeated() throws Exception {
    CheckedSetup setup = new CheckedSetup(home);
    String key = java.nio.file.Files.readString(setup.bench.home.resolve("server.key"));
    setup.bench.environment.put("AQUILA_KEY_PATH", key);
    setup.check();
    assertEquals(List.of("key.pasted K25 key-path"), setup.troubles());
    JsonNode finding = setup.finding("key.pasted");
    assertEquals("environment variable AQUILA_KEY_PATH", finding.get("origin").asText());
    assertEquals("(the text of a key, not shown)", finding.get("found").asText());
    key.lines().forEach(line -> assertFalse(setup.bench.out.contains(line), line));
  }

  @Test
  void aSecretIsNotRepeatedWhereverItStands() throws Exception {
    String secret = "A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4E5F60718293A4B5C6D7E8F90";
    for (Field field : Field.required()) {
      CheckedSetup setup = new CheckedSetup(fresh()).with(field, secret).check();
      assertFalse(setup.troubles().isEmpty(), field.key());
      // A path is a path, whatever it is called, and its absence is told.
      if (field != Field.KEY_PATH) {
        assertFalse(setup.bench.out.contains(secret), setup.bench.out);
        assertFalse(setup.bench.out.contains(secret.toLowerCase(java.util.Locale.ROOT)));
      }
    }
  }

  private Path fresh() throws java.io.IOException {
    return java.nio.file.Files.createTempDirectory(home, "home");
  }
}
