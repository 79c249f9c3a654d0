package aquila.cli;

import aquila.failure.Failure;
import aquila.key.CertificateFile;
import aquila.secret.Secrets;
import aquila.simulator.OrgSetup;
import aquila.simulator.SimulatedOrg;
import aquila.world.Cleanup;
import aquila.world.Terminal;
import aquila.world.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * A place to run commands in: an own home, a fixed clock, waits that only count, streams that are
 * kept, and an org on loopback if one is wanted.
 */
final class Bench implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  final Path home;
  final Map<String, String> environment = new LinkedHashMap<>();
  final List<Duration> waits = new ArrayList<>();
  Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  Terminal terminal = Terminal.none();
  Commands commands = Commands.all();
  InputStream in = new ByteArrayInputStream(new byte[0]);
  String out = "";
  String err = "";
  private SimulatedOrg org;

  Bench(Path home) {
    this.home = home;
  }

  /** Runs a command line and keeps what it printed. */
  int run(String... args) {
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    int code = runInto(stdout, args);
    out = stdout.toString(StandardCharsets.UTF_8);
    return code;
  }

  /** As {@link #run}, but with a standard output of the test's own. */
  int runInto(OutputStream stdout, String... args) {
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    int code = new Aquila(world(stdout, stderr), commands).run(args);
    err = stderr.toString(StandardCharsets.UTF_8);
    return code;
  }

  /** What a part of the program says on standard error, a line each. */
  List<String> messagesOf(Speaker speaker) throws Exception {
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    speaker.speak(new Messages(world(OutputStream.nullOutputStream(), stderr)));
    return stderr.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** A part of the program that has something to say. */
  @FunctionalInterface
  interface Speaker {
    void speak(Messages messages) throws Exception;
  }

  /** Starts an org that trusts the key of this home, and configures it as the default. */
  SimulatedOrg startOrg(UnaryOperator<OrgSetup> change) throws Failure, IOException {
    SimulatorHome place = new SimulatorHome(home);
    copyTestPair();
    CertificateFile pair = place.pair(NOW);
    close();
    OrgSetup given = OrgSetup.of(pair.publicKey().orElseThrow(), clock);
    org = SimulatedOrg.start(change.apply(given));
    Path config = Files.createDirectories(home.resolve(".config/aquila"));
    Files.writeString(
        config.resolve("default.properties"), place.configuration(org, given, place.keyFile()));
    return org;
  }

  SimulatedOrg org() {
    return org;
  }

  /** Stops the org; its address stays configured. */
  @Override
  public void close() throws IOException {
    if (org != null) {
      org.close();
    }
  }

  /** Making a key takes a while, so all tests of this JVM share one. */
  private void copyTestPair() throws Failure, IOException {
    for (String name : List.of("server.key", "server.crt")) {
      Path target = home.resolve(name);
      if (!Files.exists(target)) {
        Files.copy(SharedPair.directory().resolve(name), target);
      }
    }
  }

  /** The world of this place, with these streams. */
  World world(OutputStream stdout, OutputStream stderr) {
    return new World(
        clock,
        waits::add,
        new SplittableRandom(1),
        Map.copyOf(environment),
        home,
        home,
        home,
        home.resolve("etc"),
        in,
        stdout,
        stderr,
        terminal,
        new Cleanup(),
        new Secrets());
  }
}
