package aquila.cli;

import aquila.config.PropertiesLine;
import aquila.failure.Failure;
import aquila.failure.StoreFailure;
import aquila.file.AtomicFile;
import aquila.file.DiskTrouble;
import aquila.key.CertificateFile;
import aquila.key.HeldCertificate;
import aquila.key.NewKey;
import aquila.simulator.ConnectedApp;
import aquila.simulator.Handout;
import aquila.simulator.OrgSetup;
import aquila.simulator.SimulatedOrg;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The directory of a simulated org: the key that may sign in to it, and a configuration that is
 * ready to use.
 *
 * @param directory where it is
 */
record SimulatorHome(Path directory) {

  /** Makes the pair that signs in, unless one is there from the last time. */
  CertificateFile pair(Instant now) throws Failure {
    Path key = keyFile();
    if (!Files.exists(key)) {
      new NewKey(key, 2048, 730, "aquila-simulator", Optional.empty()).write(now);
    }
    return CertificateFile.read(directory.resolve("server.crt"));
  }

  Path keyFile() {
    return directory.resolve("server.key");
  }

  /** A throw-away pair for a server on loopback; its certificate becomes {@code ca.crt}. */
  HeldCertificate tlsPair(Instant now) throws StoreFailure {
    HeldCertificate pair =
        HeldCertificate.generate(
            2048,
            "aquila simulator",
            now.minus(Duration.ofHours(1)),
            now.plus(Duration.ofDays(30)),
            List.of("localhost", "127.0.0.1"));
    write(caFile(), pair.certificatePem());
    return pair;
  }

  /**
   * The configuration for a running org, written to {@code simulated.properties} too.
   *
   * @param given the setup that was asked for, without what a scenario has changed in it
   */
  String configuration(SimulatedOrg org, OrgSetup given, Path keyFile) throws StoreFailure {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("audience-url", org.audience());
    lines.put("key-path", keyFile.toString());
    ConnectedApp app = given.apps().get(0);
    lines.put("username", given.users().get(0).username());
    lines.put("client-id", app.clientId());
    lines.put("instance-url", org.url().toString());
    lines.put("token-url", org.tokenUrl().toString());
    if (given.tls() != null) {
      lines.put("ca-file", caFile().toString());
    }
    Handout handout = handout(org, lines);
    for (Map.Entry<String, Handout.HandedFile> file : handout.files().entrySet()) {
      write(directory.resolve(file.getKey()), file.getValue());
    }
    String text =
        handout.lines().entrySet().stream()
            .map(line -> PropertiesLine.of(line.getKey(), line.getValue()))
            .collect(Collectors.joining());
    write(configurationFile(), text);
    return text;
  }

  /** What is right, or what a scenario makes of it. */
  private Handout handout(SimulatedOrg org, Map<String, String> lines) throws StoreFailure {
    try {
      return org.setup().around().handout().apply(Handout.of(directory, lines));
    } catch (UncheckedIOException e) {
      throw new StoreFailure(
          "this scenario spoils the simulator's own key: " + e.getMessage(), "leave out --cert");
    }
  }

  Path configurationFile() {
    return directory.resolve("simulated.properties");
  }

  /** Starts an org. */
  static SimulatedOrg start(OrgSetup setup) throws StoreFailure {
    try {
      return SimulatedOrg.start(setup);
    } catch (BindException e) {
      throw new StoreFailure(
          "the simulator cannot listen on port " + setup.port() + ": " + e.getMessage(),
          "give another one with --port, or 0 for any free one");
    } catch (IOException e) {
      throw new StoreFailure("the simulator cannot be started: " + e.getMessage());
    }
  }

  private Path caFile() {
    return directory.resolve("ca.crt");
  }

  private static void write(Path file, Handout.HandedFile handed) throws StoreFailure {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      handed.content().writeTo(bytes, handed.content().length());
      if (handed.isShared()) {
        AtomicFile.replaceShared(file, bytes.toByteArray());
      } else {
        AtomicFile.replace(file, bytes.toByteArray());
      }
    } catch (IOException e) {
      throw new StoreFailure(file + " cannot be written: " + DiskTrouble.writing(e));
    }
  }

  private static void write(Path file, String text) throws StoreFailure {
    try {
      AtomicFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new StoreFailure(file + " cannot be written: " + DiskTrouble.writing(e));
    }
  }
}
