package aquila.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says chooses no other host for the token, and no place outside of the store. */
class FetchForeignTest {
  private static final EventLogFile FILE = Samples.daily(1, "2026-11-25T03:00:00Z", 4);

  @TempDir Path home;
  private FetchBench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new FetchBench(home.resolve("logs"));
  }

  @AfterEach
  void stop() throws IOException {
    bench.close();
  }

  /** The org says that it sends UTF-8; what it sends is evidence, also where that is not so. */
  @Test
  void bytesThatAreNoTextAreStoredAsTheyCame() throws Exception {
    byte[] body = new byte[1024];
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) i;
    }
    bench.lists(Samples.daily(1, "2026-11-25T03:00:00Z", body.length));
    bench.org.file = asked -> RawReply.csv(body);
    assertEquals(1, bench.run().stored());
    Path stored = bench.directory.resolve(bench.stored().keySet().iterator().next());
    assertArrayEquals(body, Files.readAllBytes(stored));
    assertEquals(1, Verification.of(bench.directory).good());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsNeverFollowed(int status) throws Exception {
    try (RawOrg other = RawOrg.start()) {
      bench.lists(FILE);
      String target = other.url() + FILE.path() + "?secret=1";
      bench.org.file =
          asked ->
              RawOrg.raw(
                  RawReply.whole(
                      status,
                      "Location: " + target + "\r\n",
                      new byte[0],
                      RawReply.Framing.LENGTH));
      FetchedFile file = bench.run().files().get(0);
      assertTrue(file.error().contains("points to another address"), file.error());
      assertFalse(file.error().contains("secret"), file.error());
      assertEquals(List.of(), other.asked());
      assertNothingStored();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "null",
        "https://evil.example/services/data/v60.0/x",
        "http://127.0.0.1:1/services/data/v60.0/x",
        "//evil.example/services/data/v60.0/x",
        "services/data/v60.0/x",
        "/services/oauth2/token",
        "/services/data",
        "/services/dataX/v60.0/x",
        "/services/data/../oauth2/token",
        "/services/data/v60.0/../../x",
        "/services/data/./x",
        "/services/data//evil.example/x",
        "/services/data/%2e%2e/x",
        "/services/data/x%0d%0aHost: evil",
        "/services/data/x\r\nX: y",
        "/services/data/x y",
        "/services/data/x#y",
        "/services/data/x@evil.example",
        "/services/data\\x",
        "@evil.example/services/data/x",
        ":1@evil.example/services/data/x",
        ".evil.example/services/data/x",
        "/Services/Data/v60.0/x",
        "/services/data/ü",
        "/services/data/x\u0000",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "/apexrest/x",
      })
  void aFileIsOnTheOrgItself(String path) throws Exception {
    EventLogFile elsewhere =
        new EventLogFile(
            FILE.id(),
            FILE.eventType(),
            FILE.interval(),
            FILE.logDate(),
            FILE.createdDate(),
            0,
            4,
            path,
            List.of(),
            List.of());
    bench.lists(elsewhere);
    bench.org.file = asked -> RawReply.csv("text".getBytes(UTF_8));
    FetchReport report = bench.run();
    assertEquals(1, report.failed());
    assertTrue(report.files().get(0).error().contains("not its own"));
    assertNothingStored();
    // The log-in and the listing.
    assertEquals(2, bench.org.asked().size(), bench.org.asked().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html|<html><title>Login</title></html>",
        "Text/HTML; charset=UTF-8|<!DOCTYPE html>",
        "application/xhtml+xml|<html/>",
        "text/csv|<!DOCTYPE html><html><body>Down</body></html>",
        "application/octet-stream|<html>",
      })
  void aWebPageIsNoFile(String type, String page) throws Exception {
    bench.lists(FILE);
    bench.org.file =
        asked ->
            RawOrg.raw(
                RawReply.whole(
                    200,
                    "Content-Type: " + type + "\r\n",
                    page.getBytes(UTF_8),
                    RawReply.Framing.LENGTH));
    FetchedFile file = bench.run().files().get(0);
    assertTrue(file.error().contains("web page"), file.error());
    assertNothingStored();
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 206, 304, 400, 403, 404, 410, 416, 429})
  void onlyTwoHundredIsAFile(int status) throws Exception {
    bench.lists(FILE);
    bench.org.file =
        asked ->
            RawOrg.raw(
                RawReply.whole(
                    status,
                    "Content-Type: text/csv\r\n",
                    status == 204 || status == 304 ? new byte[0] : "text".getBytes(UTF_8),
                    RawReply.Framing.LENGTH));
    assertEquals(1, bench.run().failed());
    assertEquals(1, bench.org.paths("LogFile").size());
    assertNothingStored();
  }

  @Test
  void aStrangeRecordIsReportedAndTheOthersAreStored() throws Exception {
    String good = aquila.json.Json.write(FetchBench.record(FILE));
    String evil = good.replace(FILE.id(), "../../../../etc/cron");
    RawOrg.Answer page = RawReply.page("[" + evil + "," + good + "]");
    bench.org.listing = asked -> page;
    bench.org.file = asked -> RawReply.csv("text".getBytes(UTF_8));
    FetchReport report = bench.run();
    assertEquals(1, report.stored());
    assertEquals(1, report.failed());
    assertEquals(2, report.listed());
    assertTrue(report.strange().get(0).contains("its Id is not one"), report.strange() + "");
    assertEquals(1, bench.stored().size());
    // What cannot be named may be the oldest of all: nothing is taken as dealt with.
    bench.run();
    assertFalse(bench.org.queries().get(1).contains("CreatedDate >="));
  }

  private void assertNothingStored() throws IOException {
    assertEquals(List.of(), List.copyOf(bench.stored().keySet()));
    assertEquals(List.of(), bench.leftovers());
  }
}
