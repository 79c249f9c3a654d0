package aquila.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import aquila.failure.Failure;
import aquila.http.Http;
import aquila.http.HttpSettings;
import aquila.http.Proxies;
import aquila.http.WireLog;
import aquila.json.Json;
import aquila.key.HeldCertificate;
import aquila.key.SigningKey;
import aquila.rest.Org;
import aquila.secret.Secrets;
import aquila.token.AccessTokens;
import aquila.token.JwtBearerGrant;
import aquila.token.TokenEndpoint;
import aquila.world.Cleanup;
import aquila.world.Deadline;
import aquila.world.Terminal;
import aquila.world.ToldClock;
import aquila.world.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A place to fetch in: an org of raw bytes, a store, a clock that waits move on. */
final class FetchBench implements AutoCloseable {
  static final SigningKey KEY =
      HeldCertificate.generate(2048, "test", Samples.NOW, Samples.NOW.plusSeconds(60), List.of())
          .key();

  final RawOrg org;
  final Path directory;
  final List<Duration> waits = new CopyOnWriteArrayList<>();
  final List<String> warnings = new CopyOnWriteArrayList<>();
  final Cleanup cleanup = new Cleanup();
  Instant now = Samples.NOW;
  Selection selection = Samples.DAILY;
  StoreOptions storeOptions = new StoreOptions(false, 0600, Duration.ZERO);
  FetchOptions options =
      new FetchOptions(1, Duration.ZERO, ApiReserve.parse("0").orElseThrow(), false);
  Duration readTimeout = Duration.ofSeconds(20);
  IntConsumer whenItWaits = count -> {};
  Clock clock = new ToldClock(() -> now);
  Deadline deadline = Deadline.none(clock);

  FetchBench(Path directory) throws IOException {
    this.directory = directory;
    this.org = RawOrg.start();
  }

  /** One run, with what was to be mended before. */
  FetchReport run() throws Failure {
    World world = world();
    Store.Opened opened = Store.open(directory, storeOptions, world);
    warnings.addAll(opened.warnings());
    try (Store store = opened.store()) {
      return new Fetch(client(world), "60.0", store, options, world, deadline, observer())
          .run(selection, "logs");
    }
  }

  World world() {
    return new World(
        clock,
        this::sleep,
        new SplittableRandom(1),
        Map.of(),
        directory,
        directory,
        directory,
        directory,
        new ByteArrayInputStream(new byte[0]),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        Terminal.none(),
        cleanup,
        new Secrets());
  }

  private void sleep(Duration time) {
    waits.add(time);
    now = now.plus(time);
    whenItWaits.accept(waits.size());
  }

  Org client(World world) throws Failure {
    HttpSettings settings =
        new HttpSettings(
            Duration.ofSeconds(5), readTimeout, null, Proxies.of(null, "", Map.of()), "test");
    Http http = new Http(settings, world, WireLog.off());
    URI url = org.url();
    JwtBearerGrant grant =
        new JwtBearerGrant(
            URI.create(url + "/services/oauth2/token"), "id", "user@example.com", url + "", url);
    return new Org(
        http,
        new AccessTokens(grant, new TokenEndpoint(http, world), () -> KEY, null, world, deadline),
        deadline);
  }

  FetchObserver observer() {
    return new FetchObserver() {
      @Override
      public void planned(int files, long bytes) {}

      @Override
      public void began(EventLogFile file) {}

      @Override
      public void received(long bytes) {}

      @Override
      public void ended(FetchedFile file) {}

      @Override
      public void warning(String text) {
        warnings.add(text);
      }
    };
  }

  /** Makes the org list these files on one page. */
  void lists(EventLogFile... files) {
    ArrayNode records = Json.array();
    List.of(files).forEach(file -> records.add(record(file)));
    RawOrg.Answer page = RawReply.page(Json.write(records));
    org.listing = asked -> page;
  }

  static ObjectNode record(EventLogFile file) {
    ObjectNode record = Json.object();
    record.put("Id", file.id());
    record.put("EventType", file.eventType());
    record.put("Interval", file.interval().word());
    record.put("LogDate", SalesforceTime.literal(file.logDate()).replace("Z", "+0000"));
    record.put("CreatedDate", SalesforceTime.literal(file.createdDate()).replace("Z", "+0000"));
    record.set("Sequence", Json.number(file.sequence() + ".0"));
    record.set("LogFileLength", Json.number(file.length() + ".0"));
    record.put("LogFile", file.path());
    return record;
  }

  /** What is stored, decoded, by its place below the store. */
  Map<String, String> stored() throws IOException {
    Map<String, String> stored = new TreeMap<>();
    if (!Files.exists(directory)) {
      return stored;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String place = directory.relativize(file).toString();
        if (!place.startsWith(".aquila")) {
          stored.put(place, text(file));
        }
      }
    }
    return stored;
  }

  /** What lies in the private part beside ledger, lock and resume points. */
  List<String> leftovers() throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve(".aquila"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .filter(name -> !name.matches("\\.aquila/(ledger|lock|resume\\.json)"))
          .toList();
    }
  }

  static String text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (file.toString().endsWith(".gz")) {
      try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        bytes = in.readAllBytes();
      }
    }
    return new String(bytes, UTF_8);
  }

  @Override
  public void close() throws IOException {
    org.close();
  }
}
