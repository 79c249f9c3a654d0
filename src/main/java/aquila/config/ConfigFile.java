package aquila.config;

import aquila.failure.ConfigFailure;
import aquila.file.SmallFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
    Map<Field, Setting> settings = new EnumMap<>(Field.class);
    for (PropertiesText.Entry entry : PropertiesText.parse(file.toString(), text)) {
      Optional<Field> field = Field.ofKey(entry.key());
      Origin origin = new Origin.FileLine(file, entry.line());
      if (field.isEmpty()) {
        warnings.add(UnknownKey.warning(entry, origin));
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

  private static String text(Path file) throws ConfigFailure {
    byte[] bytes = bytes(file);
    if (bytes.length >= 2 && (bytes[0] & 0xff) >= 0xfe && (bytes[1] & 0xff) >= 0xfe) {
      throw new ConfigFailure(
          file + " is UTF-16 text", "save it again as UTF-8 (in Notepad: Save As, Encoding)");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw new ConfigFailure(file + " is not a text file", "save it again as UTF-8");
      }
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ConfigFailure(file + " is not UTF-8 text", "save it again as UTF-8");
    }
  }

  private static byte[] bytes(Path file) throws ConfigFailure {
    try {
      return SmallFile.read(file, LIMIT);
    } catch (IOException e) {
      throw new ConfigFailure(
          "the configuration file " + file + " cannot be read: " + Unreadable.reason(e));
    }
  }
}
