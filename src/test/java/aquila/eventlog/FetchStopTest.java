package aquila.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.failure.ApiRefused;
import aquila.failure.ExitCode;
import aquila.failure.NetworkFailure;
import aquila.json.Json;
import aquila.world.Deadline;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a run goes on, and when it ends with what it has. */
class FetchStopTest {
  private static final String CREATED = "2026-11-25T03:00:00Z";
  private static final byte[] BODY = "text".getBytes(UTF_8);

  @TempDir Path home;
  private FetchBench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new FetchBench(home.resolve("logs"));
    bench.org.file = asked -> RawReply.csv(BODY);
  }

  @AfterEach
  void stop() throws IOException {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({"1, 11", "4, 11", "4, 7", "8, 13"})
  void aSessionThatIsOverIsRenewedOnceForAllWorkers(int parallel, int calls) throws Exception {
    offer(40);
    bench.org.callsPerToken = calls;
    parallel(parallel);
    FetchReport report = bench.run();
    assertEquals(40, report.stored());
    assertEquals(ExitCode.OK, report.exitCode());
    // 40 files and one listing.
    assertEquals((41 + calls - 1) / calls, bench.org.logIns());
  }

  @Test
  void aFreshTokenThatIsRefusedEndsTheRun() throws Exception {
    offer(20);
    bench.org.file = asked -> RawReply.SESSION_OVER;
    FetchReport report = assertTimeoutPreemptively(Duration.ofMinutes(1), bench::run);
    assertEquals(20, report.failed());
    assertEquals(2, bench.org.logIns());
    assertEquals(2, bench.org.paths("LogFile").size());
  }

  @Test
  void usedUpCallsEndTheRunAtOnceWithWhatItHas() throws Exception {
    offer(20);
    AtomicInteger calls = new AtomicInteger();
    bench.org.file = asked -> calls.incrementAndGet() > 3 ? RawReply.LIMIT : RawReply.csv(BODY);
    FetchReport report = bench.run();
    assertEquals(3, report.stored());
    assertEquals(17, report.failed());
    assertEquals(ExitCode.PARTIAL, report.exitCode());
    assertEquals(4, bench.org.paths("LogFile").size());
    assertTrue(
        report.files().get(19).error().contains("the org's API calls are used up"),
        report.files().get(19).error());
    bench.org.file = asked -> RawReply.csv(BODY);
    assertEquals(17, bench.run().stored());
  }

  @Test
  void usedUpCallsBeforeTheListingAreARefusal() {
    bench.org.listing = asked -> RawReply.LIMIT;
    ApiRefused refused = assertThrows(ApiRefused.class, bench::run);
    assertTrue(refused.words().text().contains("REQUEST_LIMIT_EXCEEDED"));
    assertEquals(0, bench.waits.size());
  }

  @ParameterizedTest
  @CsvSource({
    // reserve, used before the run, limit, stored
    "10%, 0, 100, 20",
    "10%, 80, 100, 9",
    "10%, 95, 100, 0",
    "0, 95, 100, 20",
    "15, 80, 100, 4",
    "50%, 40, 100, 9",
  })
  void theReserveIsLeftToOthers(String reserve, int before, int limit, int stored)
      throws Exception {
    AtomicInteger used = new AtomicInteger(before);
    Function<RawOrg.Asked, RawOrg.Answer> file =
        asked -> RawOrg.raw(RawReply.whole(200, usage(used, limit), BODY, RawReply.Framing.LENGTH));
    bench.org.file = file;
    String page = "{\"done\":true,\"records\":" + records(20) + "}";
    bench.org.listing =
        asked ->
            RawOrg.raw(
                RawReply.whole(
                    200, usage(used, limit), page.getBytes(UTF_8), RawReply.Framing.LENGTH));
    bench.options =
        new FetchOptions(1, Duration.ZERO, ApiReserve.parse(reserve).orElseThrow(), false);
    FetchReport report = bench.run();
    assertEquals(stored, report.stored());
    assertEquals(20 - stored, report.failed());
    assertEquals(before + 1 + stored, report.usage().used());
    assertEquals(stored, bench.org.paths("LogFile").size());
  }

  private static String usage(AtomicInteger used, int limit) {
    return "Sforce-Limit-Info: api-usage="
        + used.incrementAndGet()
        + "/"
        + limit
        + "; per-app-api-usage=1/1(appName=x)\r\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"head", "body", "trickle"})
  void theDeadlineEndsTheRunInTime(String where) throws Exception {
    offer(200);
    realTime(Duration.ofMillis(1500));
    parallel(4);
    byte[] whole = RawReply.csv(BODY, RawReply.Framing.LENGTH, false);
    AtomicInteger calls = new AtomicInteger();
    bench.org.file = asked -> calls.incrementAndGet() <= 8 ? RawOrg.raw(whole) : slow(where, whole);
    FetchReport report = assertTimeoutPreemptively(Duration.ofMillis(3500), bench::run);
    assertEquals(8, report.stored());
    assertEquals(192, report.failed());
    assertEquals("not tried: the deadline is over", report.files().get(199).error());
    assertEquals(List.of(), bench.leftovers());
  }

  private static RawOrg.Answer slow(String where, byte[] whole) {
    return switch (where) {
      case "head" -> RawReply.stall(whole, 10);
      case "body" -> RawReply.stall(whole, whole.length - 2);
      default ->
          socket -> {
            OutputStream out = socket.getOutputStream();
            out.write(RawOrg.latin1("HTTP/1.1 200 \r\n\r\n"));
            socket.setSoTimeout(50);
            // A byte now and then, so that the line is never silent.
            while (!socket.isClosed()) {
              out.write('x');
              try {
                socket.getInputStream().read();
              } catch (SocketTimeoutException e) {
                // The next byte.
              }
            }
          };
    };
  }

  @Test
  void theDeadlineEndsAListingToo() throws Exception {
    realTime(Duration.ofMillis(500));
    bench.org.listing = asked -> RawReply.stall(new byte[0], 0);
    assertTimeoutPreemptively(
        Duration.ofMillis(2500), () -> assertThrows(NetworkFailure.class, bench::run));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reset", "500", "503", "gone"})
  void aDeadServerIsNotHammered(String how) throws Exception {
    offer(500);
    parallel(4);
    AtomicInteger calls = new AtomicInteger();
    bench.org.file =
        asked -> {
          calls.incrementAndGet();
          return switch (how) {
            case "reset" -> RawReply.RESET;
            case "500" -> RawReply.OUT_OF_ORDER;
            case "503" -> RawReply.error(503, "SERVER_UNAVAILABLE", "Server unavailable");
            default -> close();
          };
        };
    FetchReport report = bench.run();
    assertEquals(500, report.failed());
    // Java's client asks once more by itself where a connection breaks before the answer.
    assertTrue(calls.get() <= 60, calls + " calls");
    assertTrue(bench.waits.size() <= 20, bench.waits.size() + " waits");
  }

  private RawOrg.Answer close() {
    return socket -> bench.org.close();
  }

  @Test
  void oneBadFileDoesNotStopTheOthers() throws Exception {
    oneOfTwentyIs(RawReply.OUT_OF_ORDER);
    assertEquals(5, bench.org.paths(Samples.id(3)).size());
  }

  @Test
  void aFileThatIsGoneDoesNotStopTheOthers() throws Exception {
    FetchReport report = oneOfTwentyIs(RawReply.NOT_FOUND);
    assertEquals(ExitCode.PARTIAL, report.exitCode());
    assertEquals(1, bench.org.paths(Samples.id(3)).size());
  }

  private FetchReport oneOfTwentyIs(RawOrg.Answer answer) throws Exception {
    offer(20);
    bench.org.file = asked -> asked.path().contains(Samples.id(3)) ? answer : RawReply.csv(BODY);
    FetchReport report = bench.run();
    assertEquals(19, report.stored());
    assertEquals(1, report.failed());
    return report;
  }

  @Test
  void retriesAreMeasured() throws Exception {
    offer(1);
    Set<String> tried = ConcurrentHashMap.newKeySet();
    bench.org.file =
        asked ->
            tried.size() < 3 && tried.add(asked.path() + tried.size())
                ? RawReply.OUT_OF_ORDER
                : RawReply.csv(BODY);
    assertEquals(1, bench.run().stored());
    assertEquals(3, bench.waits.size());
    for (int i = 0; i < 3; i++) {
      assertTrue(bench.waits.get(i).compareTo(Duration.ofSeconds(1L << i)) <= 0);
    }
  }

  private void parallel(int count) {
    bench.options =
        new FetchOptions(count, Duration.ZERO, ApiReserve.parse("0").orElseThrow(), false);
  }

  private void realTime(Duration time) {
    bench.clock = Clock.systemUTC();
    bench.deadline = Deadline.in(time, bench.clock);
  }

  private void offer(int count) {
    bench.lists(
        IntStream.rangeClosed(1, count)
            .mapToObj(n -> Samples.daily(n, CREATED, BODY.length))
            .toArray(EventLogFile[]::new));
  }

  private static String records(int count) {
    ArrayNode records = Json.array();
    IntStream.rangeClosed(1, count)
        .forEach(n -> records.add(FetchBench.record(Samples.daily(n, CREATED, BODY.length))));
    return Json.write(records);
  }
}
