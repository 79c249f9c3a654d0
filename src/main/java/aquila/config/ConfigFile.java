package aquila.config;

import aquila.failure.ConfigFailure;
import aquila.file.SmallFile;
import aquila.world.ForeignText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One configuration file, read. */
record ConfigFile(Map<Field, Setting> settings) {

  private static final int LIMIT = 64 * 1024;

  /**
   * Reads a file.
   *
   * @param warnings receives a line for each unknown or repeated key
   * @throws ConfigFailure if it cannot be read or understood
   */
  static ConfigFile read(Path file, List<String> warnings) throws ConfigFailure {
    String text = text(file);
    refuseKeyText(file, text);
    Map<Field, Setting> settings = new EnumMap<>(Field.class);
    for (PropertiesText.Entry entry : PropertiesText.parse(file.toString(), text)) {
      Optional<Field> field = Field.ofKey(entry.key());
      Origin origin = new Origin.FileLine(file, entry.line());
      if (field.isEmpty()) {
        warnings.add(unknown(entry.key(), origin));
      } else if (!entry.value().isBlank()) {
        Setting before = settings.put(field.get(), new Setting(field.get(), entry.value(), origin));
        if (before != null) {
          warnings.add(
              entry.key()
                  + " stands twice: "
                  + origin.text()
                  + " replaces "
                  + before.origin().text());
        }
      }
    }
    return new ConfigFile(settings);
  }

  /** A key that was pasted into the file would otherwise come back in a warning, line by line. */
  private static void refuseKeyText(Path file, String text) throws ConfigFailure {
    int at = text.indexOf("-----BEGIN ");
    if (at >= 0) {
      long line = text.substring(0, at).lines().count() + (text.startsWith("-----") ? 1 : 0);
      throw new ConfigFailure(
          file + ", line " + Math.max(1, line) + ": holds the text of a key or certificate",
          "put that text into a file of its own, readable by you only, and give its path as"
              + " key-path");
    }
  }

  private static String text(Path file) throws ConfigFailure {
    byte[] bytes = bytes(file);
    if (bytes.length >= 2 && (bytes[0] & 0xff) >= 0xfe && (bytes[1] & 0xff) >= 0xfe) {
      throw new ConfigFailure(
          file + " is UTF-16 text", "save it again as UTF-8 (in Notepad: Save As, Encoding)");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ConfigFailure(file + " is not UTF-8 text", "save it again as UTF-8");
    }
  }

  private static byte[] bytes(Path file) throws ConfigFailure {
    try {
      return SmallFile.read(file, LIMIT);
    } catch (AccessDeniedException e) {
      throw new ConfigFailure("the configuration file " + file + " may not be read by this user");
    } catch (SmallFile.TooLong e) {
      throw new ConfigFailure("the configuration file " + file + " is too long to be one");
    } catch (IOException e) {
      throw new ConfigFailure(
          "the configuration file " + file + " cannot be read: " + e.getMessage());
    }
  }

  private static String unknown(String key, Origin origin) {
    String shown = ForeignText.printable(key);
    String start = "unknown key " + shown + " (" + origin.text() + ")";
    return NearestName.to(key.replace('_', '-'), List.of(Field.values()))
        .map(field -> start + ": did you mean " + field.key() + "?")
        .orElse(start);
  }
}
