package aquila.config;

import aquila.failure.ConfigFailure;
import aquila.file.DiskTrouble;
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
   * Reads a file as far as it can be read.
   *
   * @param notices receives all that is wrong or odd
   */
  static ConfigFile read(Path file, List<FileNotice> notices) {
    String text;
    try {
      text = text(file, bytes(file));
    } catch (NotText e) {
      notices.add(FileNotice.whole(FileNotice.Kind.NOT_TEXT, e.failure));
      return new ConfigFile(Map.of());
    } catch (ConfigFailure e) {
      notices.add(FileNotice.whole(FileNotice.Kind.UNREADABLE, e));
      return new ConfigFile(Map.of());
    }
    Map<Field, Setting> settings = new EnumMap<>(Field.class);
    for (PropertiesText.Entry entry : PropertiesText.parse(file, text, notices)) {
      put(settings, entry, new Origin.FileLine(file, entry.line()), notices);
    }
    return new ConfigFile(settings);
  }

  private static void put(
      Map<Field, Setting> settings,
      PropertiesText.Entry entry,
      Origin origin,
      List<FileNotice> notices) {
    Optional<Field> field = Field.ofKey(entry.key());
    if (field.isEmpty()) {
      notices.add(
          FileNotice.odd(
              FileNotice.Kind.UNKNOWN_KEY, null, origin, UnknownKey.warning(entry, origin)));
    } else if (!entry.value().isBlank()) {
      Setting before = settings.put(field.get(), new Setting(field.get(), entry.value(), origin));
      if (before != null) {
        String words = " stands twice: " + origin.text() + " replaces " + before.origin().text();
        notices.add(
            FileNotice.odd(FileNotice.Kind.REPEATED_KEY, field.get(), origin, entry.key() + words));
      }
    }
  }

  /** On the way out: the bytes are no text. */
  private static final class NotText extends Exception {
    private final transient ConfigFailure failure;

    NotText(String fact, String hint) {
      super(fact, null, false, false);
      this.failure = new ConfigFailure(fact, hint);
    }
  }

  private static String text(Path file, byte[] bytes) throws NotText {
    if (bytes.length >= 2 && (bytes[0] & 0xff) >= 0xfe && (bytes[1] & 0xff) >= 0xfe) {
      throw new NotText(
          file + " is UTF-16 text", "save it again as UTF-8 (in Notepad: Save As, Encoding)");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw new NotText(file + " is not a text file", "save it again as UTF-8");
      }
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new NotText(file + " is not UTF-8 text", "save it again as UTF-8");
    }
  }

  private static byte[] bytes(Path file) throws ConfigFailure {
    try {
      return SmallFile.read(file, LIMIT);
    } catch (IOException e) {
      throw new ConfigFailure(
          "the configuration file " + file + " cannot be read: " + DiskTrouble.reading(e));
    }
  }
}
