package aquila.cli;

import aquila.config.Origin;
import aquila.failure.ConfigFailure;
import aquila.file.DiskTrouble;
import aquila.file.SmallFile;
import aquila.world.ForeignText;
import aquila.world.World;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the text of a mail comes from.
 *
 * @param file the file; null for standard input
 * @param text what is in it
 */
record MailSource(@Nullable Path file, String text) {

  /** Longer mails have attachments, which are not for us. */
  private static final int LIMIT = 1 << 20;

  static MailSource read(@Nullable Path file, World world) throws ConfigFailure {
    try {
      byte[] bytes = file == null ? world.in().readNBytes(LIMIT + 1) : SmallFile.read(file, LIMIT);
      if (bytes.length > LIMIT) {
        throw new IOException("it is longer than " + LIMIT / 1024 + " KiB");
      }
      return new MailSource(file, decoded(bytes));
    } catch (IOException e) {
      String name = file == null ? "standard input" : ForeignText.printable(file.toString());
      throw new ConfigFailure(
          name + " cannot be read: " + DiskTrouble.reading(e),
          "save the mail as a text file, and name that");
    }
  }

  /** The line of a mail, as messages name it. */
  Origin origin(int line, Path directory) {
    return file == null
        ? new Origin.Elsewhere("standard input, line " + line, directory)
        : new Origin.FileLine(file, line);
  }

  /** UTF-16 and UTF-8 are told by their marks; what is no UTF-8 is what Windows used to write. */
  private static String decoded(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xff) >= 0xfe && (bytes[1] & 0xff) >= 0xfe) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
