package aquila.cli;

import aquila.config.Options;
import aquila.config.PassphraseSearch;
import aquila.config.Settings;
import aquila.failure.Failure;
import aquila.failure.UsageFailure;
import aquila.http.WireLog;
import aquila.world.Deadline;
import aquila.world.World;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of the program: what a command takes its things from. All are made when first asked for.
 */
final class Run {
  private final World world;
  private final Globals globals;
  private final Messages messages;
  private @Nullable Session session;
  private @Nullable Settings settings;

  Run(World world, Globals globals, Messages messages) {
    this.world = world;
    this.globals = globals;
    this.messages = messages;
  }

  World world() {
    return world;
  }

  Messages messages() {
    return messages;
  }

  /** The settings of the command line, the environment and the file, read once. */
  Settings settings() throws Failure {
    Settings read = settings;
    if (read == null) {
      read = Settings.read(globals.fields(), globals.choice(), world);
      read.warnings().forEach(messages::warning);
      settings = read;
    }
    return read;
  }

  /** What it takes to talk to the configured org. */
  Session session(Deadline deadline) throws Failure {
    Session opened = Session.open(this, settings(), deadline);
    session = opened;
    return opened;
  }

  /** The session, if this run got as far as to have one. */
  Optional<Session> currentSession() {
    return Optional.ofNullable(session);
  }

  /** Looks for the passphrase of a key that the command line names. */
  PassphraseSearch passphrase(Path key) throws Failure {
    return new PassphraseSearch(world, Options.of(settings()).passphraseFile(), key);
  }

  /** For commands that work on no org at all: a second {@code --org} is still a mistake. */
  void requireOneOrg() throws UsageFailure {
    globals.choice();
  }

  WireLog wireLog() {
    if (!globals.isVerbose()) {
      return WireLog.off();
    }
    return WireLog.on(globals.isDebug(), world.secrets());
  }

  /** The deadline of the whole command; none if there is no duration. */
  Deadline deadline(@Nullable Duration duration) {
    return duration == null ? Deadline.none(world.clock()) : Deadline.in(duration, world.clock());
  }

  /** Standard output as text; its write errors end the command. */
  Writer out() {
    return new BufferedWriter(
        new OutputStreamWriter(new ResultStream(world.out()), StandardCharsets.UTF_8));
  }

  /** Prints the whole result at once. */
  void print(String text) throws IOException {
    Writer out = out();
    out.write(text);
    out.flush();
  }
}
