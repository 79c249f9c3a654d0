package aquila.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aquila.failure.ConfigFailure;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.secret.Secret;
import aquila.secret.Secrets;
import aquila.world.Cleanup;
import aquila.world.Sleep;
import aquila.world.Terminal;
import aquila.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.function.Executable;

/** A machine with a home, a working directory, an /etc and an environment, all below one root. */
final class ConfigWorld {
  final Path home;
  final Path work;
  final Path etc;
  final Map<String, String> environment = new HashMap<>();
  final Map<Field, String> options = new EnumMap<>(Field.class);

  /** What a person will type, in this order; if nothing, there is no person. */
  final Deque<String> typed = new ArrayDeque<>();

  final List<String> questions = new ArrayList<>();
  private final Secrets secrets = new Secrets();

  ConfigWorld(Path root) {
    home = root.resolve("home");
    work = root.resolve("work");
    etc = root.resolve("etc/aquila");
  }

  Path write(Path file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The file that is read if nothing else is named. */
  Path defaultFile() {
    return home.resolve(".config/aquila/default.properties");
  }

  Settings settings() throws Failure {
    return settings(new ConfigChoice(null, null));
  }

  Settings settings(ConfigChoice choice) throws Failure {
    return Settings.read(options, choice, world());
  }

  /** The settings of a default file with this text. */
  Settings settingsOf(String text) throws Failure {
    write(defaultFile(), text);
    return settings();
  }

  /** What it takes to sign in, of these settings. */
  SixFields fields(Settings settings) throws Failure {
    return SixFields.of(settings, new ConfigPlaces(world()));
  }

  World world() {
    return new World(
        Clock.systemUTC(),
        Sleep.real(),
        new SplittableRandom(1),
        environment,
        home,
        work,
        work,
        etc,
        InputStream.nullInputStream(),
        new ByteArrayOutputStream(),
        new ByteArrayOutputStream(),
        new TypingTerminal(),
        new Cleanup(),
        secrets);
  }

  /** All that a person reads of a failure. */
  static String words(Failure failure) {
    return failure.fact() + "\n" + String.join("\n", failure.hints());
  }

  static ConfigFailure refused(Executable attempt) {
    ConfigFailure failure = assertThrows(ConfigFailure.class, attempt);
    assertEquals(ExitCode.CONFIG, failure.exitCode());
    return failure;
  }

  private final class TypingTerminal implements Terminal {
    @Override
    public boolean isInput() {
      return !typed.isEmpty();
    }

    @Override
    public boolean isOutput() {
      return false;
    }

    @Override
    public boolean isError() {
      return false;
    }

    @Override
    public Optional<Secret> askHidden(String prompt) {
      questions.add(prompt);
      return Optional.ofNullable(typed.poll()).map(Secret::of);
    }
  }
}
