package aquila.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What somebody is given to sign in to a simulated org: settings, and the files that they name. As
 * it is handed out at first it is right; a scenario may spoil it.
 *
 * @param directory where the files are
 * @param lines values by the names of the settings, in order
 * @param files what is yet to be written, by name
 */
public record Handout(Path directory, Map<String, String> lines, Map<String, HandedFile> files) {

  /** The key, where it was spoilt; the right one stays beside it. */
  private static final String SPOILT = "spoilt.key";

  private static final String KEY_PATH = "key-path";

  /**
   * A file to write.
   *
   * @param content what is in it
   * @param isShared whether others may read it
   */
  public record HandedFile(Content content, boolean isShared) {}

  public Handout {
    lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /** What is right. */
  public static Handout of(Path directory, Map<String, String> lines) {
    return new Handout(directory, lines, Map.of());
  }

  Handout with(String name, String value) {
    Map<String, String> others = new LinkedHashMap<>(lines);
    others.put(name, value);
    return new Handout(directory, others, files);
  }

  Handout without(String name) {
    Map<String, String> others = new LinkedHashMap<>(lines);
    others.remove(name);
    return new Handout(directory, others, files);
  }

  Handout change(String name, UnaryOperator<String> change) {
    return with(name, change.apply(value(name)));
  }

  /** The org is looked for at another address. */
  Handout at(String origin) {
    return with("instance-url", origin).with("token-url", origin + "/services/oauth2/token");
  }

  String value(String name) {
    return lines.getOrDefault(name, "");
  }

  Handout withFile(String name, Content content, boolean isShared) {
    Map<String, HandedFile> others = new LinkedHashMap<>(files);
    others.put(name, new HandedFile(content, isShared));
    return new Handout(directory, lines, others);
  }

  /** Another file in the place of the key. */
  Handout withKey(Content content) {
    return withKey(content, false);
  }

  Handout withKey(Content content, boolean isShared) {
    return withFile(SPOILT, content, isShared).with(KEY_PATH, directory.resolve(SPOILT).toString());
  }

  /** Another text in the place of the key. */
  Handout withKey(String text) {
    return withKey(Reply.Body.of(text));
  }

  /** The text of the key that is right. */
  String keyText() {
    return new String(read(Path.of(value(KEY_PATH))), StandardCharsets.US_ASCII);
  }

  /** The certificate that is beside it, PEM or DER. */
  byte[] certificate() {
    return read(certificateFile());
  }

  Path certificateFile() {
    return Path.of(value(KEY_PATH).replaceFirst("\\.key$", ".crt"));
  }

  /** Nobody's real key is copied. */
  private byte[] read(Path file) {
    try {
      if (!file.startsWith(directory)) {
        throw new IOException("it is elsewhere");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
