package aquila.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.json.Json;
import aquila.simulator.EventLogs;
import aquila.simulator.OrgSetup;
import aquila.simulator.SimulatedOrg;
import aquila.world.ToldClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes, killed at any moment over one backlog that keeps growing, on a bad line: in the
 * end the store is what the org is, file by file.
 */
@DisabledOnOs(OS.WINDOWS)
class CrashIT {
  private static final int KILLS = 50;
  private static final Duration STEP = Duration.ofHours(2);
  private static final List<String> TYPES = List.of("Login", "ApexUnexpectedException");

  @TempDir Path home;

  private final Random random = new Random(20261125);

  /**
   * The org lives a week behind this machine: an assertion that is signed now is good there, and
   * nothing may depend on the clock of this machine.
   */
  private final Instant start =
      Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).minus(9, ChronoUnit.DAYS);

  private volatile Instant now = start.plus(Duration.ofHours(6));

  private final Clock clock = new ToldClock(() -> now);

  @Test
  void whateverIsKilledTheStoreComesToHoldWhatTheOrgHolds() throws Exception {
    try (FaultyProxy proxy = FaultyProxy.start(7);
        Bench bench = new Bench(home.toRealPath())) {
      bench.clock = clock;
      SimulatedOrg org = bench.startOrg(setup -> setup(setup, proxy.url()));
      proxy.leadsTo(org.url());
      configureThrough(proxy.url(), org.url());
      proxy.setFaults(8);
      int kills = 0;
      while (kills < KILLS) {
        proxy.restart();
        Process process = fetch("--quiet");
        proxy.awaitRequests(2 + random.nextInt(14), process);
        // Between two requests, or in the middle of what follows from one.
        if (!process.waitFor(random.nextInt(40), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
          kills += ended(process) == 137 ? 1 : 0;
        }
        now = now.plus(STEP);
      }
      proxy.setFaults(0);
      settle();
      assertEquals(truth(org), stored());
      assertEquals(List.of(), leftovers());
      assertEquals(0, ended(aquila("logs", "verify", "store", "--all")));
      assertEquals(0, ended(aquila(selected("audit"))));
    }
  }

  private OrgSetup setup(OrgSetup given, URI proxy) {
    EventLogs logs =
        new EventLogs(9, TYPES, true).withSize(20_000).withLate(true).withRegenerated(true);
    return given.with(logs).with(given.conduct().withInstanceUrl(proxy));
  }

  private void configureThrough(URI proxy, URI org) throws IOException {
    Path file = home.resolve(".config/aquila/default.properties");
    String direct = Files.readString(file);
    Files.writeString(
        file,
        direct
            .replace("instance-url=" + org, "instance-url=" + proxy)
            .replace("token-url=" + org, "token-url=" + proxy));
  }

  /** What a download has brought about, late files and new revisions, is downloaded too. */
  private void settle() throws Exception {
    String last = "?";
    for (int run = 0; run < 6 && !last.isEmpty(); run++) {
      now = now.plus(Duration.ofMinutes(1));
      assertEquals(0, ended(fetch("--quiet")));
      last = Files.readString(home.resolve("stdout.txt"));
    }
    assertEquals("", last, "the last run finds nothing new");
  }

  private Process fetch(String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of(selected("fetch")));
    words.addAll(List.of("--parallel", "3", "--read-timeout", "2s", "--api-reserve", "0"));
    words.addAll(List.of(more));
    return aquila(words.toArray(String[]::new));
  }

  private String[] selected(String command) {
    return new String[] {
      "logs", command, "store", "--interval", "both", "--since", start.toString()
    };
  }

  private Process aquila(String... words) throws IOException {
    return new OwnProcess(home.toRealPath())
        .start(OwnProcess.command(List.of("-XX:+UseSerialGC"), words));
  }

  private int ended(Process process) throws Exception {
    int code = OwnProcess.ended(process);
    if (code == 1) {
      throw new AssertionError(Files.readString(home.resolve("stderr.txt")));
    }
    return code;
  }

  /** The org's own files by their place in a store, as SHA-256. */
  private Map<String, String> truth(SimulatedOrg org) throws Exception {
    String soql =
        "SELECT Id, EventType, Interval, LogDate, LogFile FROM EventLogFile WHERE Interval IN"
            + " ('Daily', 'Hourly') AND LogDate >= "
            + start;
    String page = "/services/data/v60.0/query?q=" + URLEncoder.encode(soql, UTF_8);
    JsonNode answer = Json.read(get(org, page));
    assertTrue(answer.path("done").booleanValue(), "all files fit on one page");
    Map<String, String> truth = new TreeMap<>();
    for (JsonNode record : answer.path("records")) {
      String interval = record.path("Interval").asText().equals("Daily") ? "daily" : "hourly";
      truth.put(
          "interval="
              + interval
              + "/log_type="
              + record.path("EventType").asText()
              + "/log_date="
              + record.path("LogDate").asText().substring(0, 10)
              + "/"
              + record.path("Id").asText()
              + ".csv",
          sha256(get(org, record.path("LogFile").asText())));
    }
    assertTrue(truth.size() > 150, "the org has " + truth.size() + " files");
    return truth;
  }

  private byte[] get(SimulatedOrg org, String path) throws Exception {
    String token = org.tokens().get(org.tokens().size() - 1).reveal();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(org.url() + path))
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, response.statusCode());
    return response.body();
  }

  private Map<String, String> stored() throws Exception {
    Map<String, String> stored = new TreeMap<>();
    Path store = home.resolve("store");
    try (Stream<Path> files = Files.walk(store)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String place = store.relativize(file).toString();
        if (!place.startsWith(".aquila")) {
          stored.put(place, sha256(Files.readAllBytes(file)));
        }
      }
    }
    return stored;
  }

  private List<String> leftovers() throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("store/.aquila"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.matches("ledger|lock|resume\\.json"))
          .toList();
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
