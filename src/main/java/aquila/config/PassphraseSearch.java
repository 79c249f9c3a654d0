package aquila.config;

import aquila.failure.ConfigFailure;
import aquila.failure.UsageFailure;
import aquila.file.DiskTrouble;
import aquila.file.SmallFile;
import aquila.secret.Secret;
import aquila.world.ForeignText;
import aquila.world.World;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the passphrase of a key, only when a key needs one: the variable, the file, the systemd
 * credential, and at last a person at a terminal. There is no option for it, because every user of
 * the machine can read the arguments of a process.
 *
 * @param world environment and terminal
 * @param file the value of {@code key-passphrase-file}, or null
 * @param key the key it is for, as the prompt names it
 */
public record PassphraseSearch(World world, @Nullable Path file, Path key) {
  private static final String VARIABLE = "AQUILA_KEY_PASSPHRASE";
  private static final String CREDENTIAL = "aquila-key-passphrase";
  private static final int LIMIT = 4096;

  /**
   * The first passphrase that is found.
   *
   * @return empty if there is none and nobody to ask, or nothing was typed
   * @throws ConfigFailure if a named file cannot be read
   */
  public Optional<Secret> find() throws ConfigFailure {
    Optional<Secret> given = given();
    return given.isPresent() ? given : ask("Passphrase for ");
  }

  /** Whether the variable gives it, so that nothing else is looked at. */
  public static boolean isInVariable(World world) {
    return !world.environment().getOrDefault(VARIABLE, "").isEmpty();
  }

  /**
   * Whether or not a key needs it: that this file holds a passphrase.
   *
   * @throws ConfigFailure if not
   */
  public static void requireReadable(Path file) throws ConfigFailure {
    Secret.of(firstLine(file)).wipe();
  }

  /**
   * As {@link #find}, for a key that is yet to be made: a person is asked twice.
   *
   * @throws ConfigFailure if a named file cannot be read
   * @throws UsageFailure if the two answers differ
   */
  public Optional<Secret> findNew() throws ConfigFailure, UsageFailure {
    Optional<Secret> given = given();
    if (given.isPresent()) {
      return given;
    }
    Optional<Secret> first = ask("New passphrase for ");
    if (first.isPresent()) {
      Optional<Secret> again = ask("The same again for ");
      if (again.isEmpty() || !again.get().reveal().equals(first.get().reveal())) {
        throw new UsageFailure("the two passphrases differ, and nothing was written");
      }
    }
    return first;
  }

  private Optional<Secret> given() throws ConfigFailure {
    String variable = world.environment().getOrDefault(VARIABLE, "");
    if (!variable.isEmpty()) {
      return kept(variable);
    }
    if (file != null) {
      return kept(firstLine(file));
    }
    String directory = world.environment().getOrDefault("CREDENTIALS_DIRECTORY", "");
    if (directory.isEmpty()) {
      return Optional.empty();
    }
    Path credential = Path.of(directory).resolve(CREDENTIAL);
    return Files.exists(credential) ? kept(firstLine(credential)) : Optional.empty();
  }

  private Optional<Secret> ask(String question) {
    return world
        .terminal()
        .askHidden(question + ForeignText.printable(key.toString()) + ": ")
        .filter(typed -> typed.length() > 0)
        .map(typed -> world.secrets().keep(typed));
  }

  private Optional<Secret> kept(String text) {
    return Optional.of(world.secrets().keep(Secret.of(text)));
  }

  private static String firstLine(Path file) throws ConfigFailure {
    String line;
    try {
      ByteBuffer bytes = ByteBuffer.wrap(SmallFile.read(file, LIMIT));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      line = (text.startsWith("\ufeff") ? text.substring(1) : text).lines().findFirst().orElse("");
    } catch (CharacterCodingException e) {
      throw unusable(file, "is not UTF-8 text");
    } catch (IOException e) {
      throw unusable(file, "cannot be read: " + DiskTrouble.reading(e));
    }
    if (line.isEmpty() || line.indexOf('\0') >= 0) {
      throw unusable(file, line.isEmpty() ? "has an empty first line" : "is not UTF-8 text");
    }
    return line;
  }

  private static ConfigFailure unusable(Path file, String why) {
    return new ConfigFailure(
        "the passphrase file " + file + " " + why,
        "name a file whose first line is the passphrase, readable by this user");
  }
}
