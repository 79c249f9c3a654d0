package aquila.eventlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is stored when it is whole, and never a part of it. */
class TransportTruthTest {
  private static final String CREATED = "2026-11-25T03:00:00Z";
  private static final String TEXT = "\"A\"\n\"b\r\n\"\"c\"\"\"\n";
  private static final byte[] BODY = TEXT.getBytes(UTF_8);

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

  @ParameterizedTest
  @CsvSource({
    "LENGTH, false",
    "LENGTH, true",
    "CHUNKED, false",
    "CHUNKED, true",
    "CLOSE, false",
    "CLOSE, true"
  })
  void aCutAtAnyByteIsNoticed(RawReply.Framing framing, boolean isCompressed) throws Exception {
    byte[] whole = RawReply.csv(BODY, framing, isCompressed);
    int head = new String(whole, ISO_8859_1).indexOf("\r\n\r\n") + 4;
    bench.lists(
        IntStream.range(0, whole.length)
            .mapToObj(n -> Samples.daily(n, CREATED, BODY.length))
            .toArray(EventLogFile[]::new));
    Set<String> tried = ConcurrentHashMap.newKeySet();
    bench.org.file =
        asked ->
            tried.add(asked.path()) ? RawReply.cut(whole, number(asked.path())) : RawOrg.raw(whole);
    FetchReport first = bench.run();
    bench.stored().values().forEach(text -> assertEquals(TEXT, text));
    for (FetchedFile file : first.files()) {
      int cut = number(file.file().path());
      // Without a framing, and without a header that tells of one, only LogFileLength tells.
      boolean isBare = cut < head || (framing == RawReply.Framing.CLOSE && !isCompressed);
      assertTrue(file.isStored() || isBare, "cut at " + cut + ": " + file.error());
    }
    assertEquals(first.stored(), bench.stored().size());
    bench.run();
    assertEquals(whole.length, bench.stored().size());
    bench.stored().values().forEach(text -> assertEquals(TEXT, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Content-Encoding: identity\r\n"})
  void aBodyThatOnlyEndsWithItsConnectionIsNoFileWhereItsLengthIsWrong(String header)
      throws Exception {
    byte[] half = Arrays.copyOf(BODY, BODY.length / 2);
    offer(RawReply.whole(200, header, half, RawReply.Framing.CLOSE));
    FetchedFile file = bench.run().files().get(0);
    assertEquals(FetchedFile.Status.FAILED, file.status());
    assertTrue(file.error().contains("has ended after " + half.length + " bytes"), file.error());
    assertNothingStored();
    offer(RawReply.whole(200, header, BODY, RawReply.Framing.CLOSE));
    assertEquals(1, bench.run().stored());
  }

  @ParameterizedTest
  @CsvSource({"LENGTH", "CHUNKED", "CLOSE"})
  void aWrongGzipChecksumIsNoticed(RawReply.Framing framing) throws Exception {
    byte[] damaged = RawReply.gzip(BODY);
    damaged[damaged.length - 6] ^= 1;
    offer(
        RawReply.whole(
            200, "Content-Type: text/csv\r\nContent-Encoding: gzip\r\n", damaged, framing));
    FetchedFile file = bench.run().files().get(0);
    assertEquals(FetchedFile.Status.FAILED, file.status());
    assertTrue(file.error().contains("Corrupt GZIP"), file.error());
    assertNothingStored();
    assertEquals(5, bench.org.paths("LogFile").size());
  }

  @Test
  void severalGzipMembersAreOneFile() throws Exception {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    for (int i = 0; i < BODY.length; i += 7) {
      members.writeBytes(RawReply.gzip(Arrays.copyOfRange(BODY, i, Math.min(BODY.length, i + 7))));
    }
    offer(
        RawReply.whole(
            200, "Content-Encoding: GZIP\r\n", members.toByteArray(), RawReply.Framing.CHUNKED));
    assertEquals(1, bench.run().stored());
    assertEquals(List.of(TEXT), List.copyOf(bench.stored().values()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip"})
  void anEncodingThatWasNotAskedForIsNotStored(String coding) throws Exception {
    offer(
        RawReply.whole(200, "Content-Encoding: " + coding + "\r\n", BODY, RawReply.Framing.LENGTH));
    assertEquals(1, bench.run().failed());
    assertNothingStored();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBombEndsAtTheCap(boolean isCompressed) throws Exception {
    bench.lists(Samples.daily(1, CREATED, 100), Samples.daily(2, CREATED, BODY.length));
    bench.org.file =
        asked ->
            number(asked.path()) == 2
                ? RawReply.csv(BODY)
                : socket -> {
                  String coding = isCompressed ? "Content-Encoding: gzip\r\n" : "";
                  OutputStream out = socket.getOutputStream();
                  out.write(RawOrg.latin1("HTTP/1.1 200 \r\n" + coding + "\r\n"));
                  explode(isCompressed ? new GZIPOutputStream(out) : out);
                };
    FetchReport report = bench.run();
    FetchedFile bomb = report.files().get(0);
    assertTrue(bomb.error().contains("goes on after"), bomb.error());
    assertEquals(1, report.stored());
    assertEquals(1, bench.stored().size());
    assertEquals(List.of(), bench.leftovers());
    assertEquals(2, bench.org.paths("LogFile").size());
  }

  /** Four gigabytes, or as many as the client takes. */
  private static void explode(OutputStream out) throws IOException {
    byte[] block = new byte[1 << 20];
    for (int i = 0; i < 4096; i++) {
      out.write(block);
    }
    out.close();
  }

  @ParameterizedTest
  @CsvSource({
    "LENGTH, 0",
    "LENGTH, 20",
    "LENGTH, -30",
    "LENGTH, -1",
    "CHUNKED, -40",
    "CHUNKED, -2",
    "CLOSE, -9"
  })
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aStallIsTriedAgain(RawReply.Framing framing, int at) throws Exception {
    bench.readTimeout = Duration.ofMillis(300);
    byte[] whole = RawReply.csv(BODY, framing, true);
    int length = at < 0 ? whole.length + at : at;
    bench.lists(Samples.daily(1, CREATED, BODY.length));
    Set<String> tried = ConcurrentHashMap.newKeySet();
    bench.org.file =
        asked -> tried.add(asked.path()) ? RawReply.stall(whole, length) : RawOrg.raw(whole);
    assertEquals(1, bench.run().stored());
    assertEquals(List.of(TEXT), List.copyOf(bench.stored().values()));
    assertEquals(2, bench.org.paths("LogFile").size());
    assertEquals(1, bench.waits.size());
  }

  @Test
  void aCompressedErrorIsUnderstood() throws Exception {
    byte[] words =
        "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]"
            .getBytes(UTF_8);
    byte[] over =
        RawReply.whole(
            401, "Content-Encoding: gzip\r\n", RawReply.gzip(words), RawReply.Framing.LENGTH);
    Set<String> tried = ConcurrentHashMap.newKeySet();
    bench.lists(Samples.daily(1, CREATED, BODY.length));
    bench.org.file = asked -> tried.add(asked.path()) ? RawOrg.raw(over) : RawReply.csv(BODY);
    assertEquals(1, bench.run().stored());
    assertEquals(2, bench.org.logIns());
  }

  @Test
  void aCompressedErrorWithoutABodyIsOne() throws Exception {
    offer(RawReply.whole(403, "Content-Encoding: gzip\r\n", new byte[0], RawReply.Framing.LENGTH));
    assertTrue(bench.run().files().get(0).error().contains("answered with nothing"));
  }

  @ParameterizedTest
  @CsvSource({"LENGTH", "CHUNKED", "CLOSE"})
  void nothingIsNoFile(RawReply.Framing framing) throws Exception {
    offer(RawReply.csv(new byte[0], framing, false));
    assertEquals(1, bench.run().failed());
    assertNothingStored();
  }

  @Test
  void oneByteOfManyIsNoFileEither() throws Exception {
    // The client of Java 17 ends a short body without an error, and Aquila counts; newer ones say
    // it.
    offer(RawOrg.latin1("HTTP/1.1 200 \r\nContent-Length: 1000000\r\n\r\nx"));
    FetchedFile file = bench.run().files().get(0);
    String newer = "Premature EOF";
    assertTrue(
        file.error().contains("1 of 1000000 bytes") || file.error().contains(newer), file.error());
    assertNothingStored();
  }

  private void offer(byte[] answer) {
    bench.lists(Samples.daily(1, CREATED, BODY.length));
    bench.org.file = asked -> RawOrg.raw(answer);
  }

  private void assertNothingStored() throws IOException {
    assertEquals(List.of(), List.copyOf(bench.stored().keySet()));
    assertEquals(List.of(), bench.leftovers());
  }

  private static int number(String path) {
    String[] parts = path.split("/", -1);
    return Integer.parseInt(parts[parts.length - 2].substring(3));
  }
}
