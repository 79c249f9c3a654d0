package aquila.cli;

import aquila.config.ConfigChoice;
import aquila.config.ConfigPlaces;
import aquila.config.Options;
import aquila.config.PassphraseSearch;
import aquila.config.Paths;
import aquila.config.Settings;
import aquila.doctor.Remedies;
import aquila.failure.ConfigFailure;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.failure.UsageFailure;
import aquila.http.WireLog;
import aquila.key.ShellWord;
import aquila.world.Deadline;
import aquila.world.World;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
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
  private @Nullable Options options;
  private @Nullable String org;

  /** The org that is being worked on, of several. */
  private @Nullable Run current;

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
      ConfigChoice choice = org == null ? globals.choice() : globals.choice(org);
      read = Settings.read(globals.fields(), choice, world);
      messages.warnings(read.warnings());
      settings = read;
    }
    return read;
  }

  /** The optional ones of them, understood; what was dropped is said once. */
  Options options() throws Failure {
    Options understood = options;
    if (understood == null) {
      understood = Options.of(settings());
      messages.warnings(understood.warnings());
      options = understood;
    }
    return understood;
  }

  /** As {@link #settings}, but with what is wrong with the file in it instead of a failure. */
  Settings survey() throws UsageFailure {
    return Settings.survey(globals.fields(), globals.choice(), world);
  }

  /** What it takes to talk to the configured org. */
  Session session(Deadline deadline) throws Failure {
    Session opened = Session.open(this, settings(), deadline);
    session = opened;
    return opened;
  }

  /**
   * The orgs that a command works on in turn, by the names of their files; null stands for the one
   * that is configured without a name.
   */
  List<@Nullable String> orgs() throws ConfigFailure {
    List<String> names = globals.orgs();
    if (!names.contains("all")) {
      return names.isEmpty()
          ? Collections.singletonList(null)
          : List.copyOf(new LinkedHashSet<>(names));
    }
    ConfigPlaces places = new ConfigPlaces(world);
    List<String> all = places.names();
    if (all.isEmpty()) {
      throw new ConfigFailure("--org all: no org is configured", places.advice());
    }
    places.closed().ifPresent(messages::warning);
    return List.copyOf(all);
  }

  /** Whether the command line asks for more than one org, or for all there are. */
  boolean isAboutSeveralOrgs() {
    return globals.orgs().size() > 1 || globals.orgs().contains("all");
  }

  /** What the org of this run is called: after its configuration file, else "default". */
  String orgName() {
    if (org != null) {
      return org;
    }
    Path file = settings == null ? null : settings.file();
    return file == null
        ? "default"
        : String.valueOf(file.getFileName()).replaceFirst("\\.properties$", "");
  }

  /** The same run with one of these orgs; where there is no other, it is this run itself. */
  Run with(@Nullable String name) {
    Run one = isAboutSeveralOrgs() ? new Run(world, globals, messages) : this;
    one.org = name;
    current = one;
    return one;
  }

  /** What a message about this run begins with, so that it says which of several orgs is meant. */
  String prefix() {
    return isAboutSeveralOrgs() ? orgName() + ": " : "";
  }

  /** Says why this run has failed, with what to do about it. */
  ExitCode tell(Failure failure) {
    Run latest = current;
    if (latest != null && latest != this) {
      return latest.tell(failure);
    }
    List<String> hints =
        session == null ? failure.hints() : Remedies.hints(failure, session.situation());
    messages.error(org == null ? "" : prefix(), failure, hints);
    return failure.exitCode();
  }

  /**
   * As {@link #tell}, where one of several orgs does not keep the others from being worked on.
   *
   * @throws Failure the same, if there is one org only, or the command line is wrong
   */
  ExitCode failed(Failure failure) throws Failure {
    if (failure instanceof UsageFailure || !isAboutSeveralOrgs()) {
      throw failure;
    }
    return tell(failure);
  }

  /**
   * The path that a word of the command line names.
   *
   * @throws UsageFailure if it begins with a {@code ~} that the shell has left there
   */
  Path path(Path given) throws UsageFailure {
    if (Paths.isHome(given.toString())) {
      throw new UsageFailure(
          "a path begins with ~: " + given,
          "write it in full, or without quotes: only a shell knows what ~ stands for");
    }
    return world.directory().resolve(given);
  }

  /** Looks for the passphrase of a key that the command line names. */
  PassphraseSearch passphrase(Path key) throws Failure {
    return new PassphraseSearch(world, options().passphraseFile(), key);
  }

  /** Which configuration the command line names. */
  ConfigChoice choice() throws UsageFailure {
    return globals.choice();
  }

  /** For commands that work on no org at all: a second {@code --org} is still a mistake. */
  void requireOneOrg() throws UsageFailure {
    globals.choice();
  }

  /**
   * A command about the same org as it is typed into a shell. Settings of this command line stand
   * for themselves as three dots, since no value of theirs is to be repeated.
   */
  String again(String command, @Nullable Path certificate) throws UsageFailure {
    ConfigChoice choice = choice();
    StringBuilder text = new StringBuilder("aquila ").append(command);
    if (choice.file() != null) {
      text.append(" --config ").append(ShellWord.of(choice.file()));
    }
    if (choice.org() != null) {
      text.append(" --org ").append(ShellWord.of(choice.org()));
    }
    if (certificate != null) {
      text.append(" --cert ").append(ShellWord.of(certificate.toString()));
    }
    return text.append(globals.fields().isEmpty() ? "" : " \u2026").toString();
  }

  WireLog wireLog() {
    if (!globals.isVerbose()) {
      return WireLog.off();
    }
    return WireLog.on(globals.isDebug(), world.secrets());
  }

  /** The deadline of the whole command; none if there is no duration. */
  Deadline deadline(@Nullable Duration duration) throws UsageFailure {
    if (duration != null && duration.isZero()) {
      throw new UsageFailure("--deadline leaves no time at all");
    }
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
