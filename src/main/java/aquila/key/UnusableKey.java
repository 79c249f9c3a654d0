package aquila.key;

import aquila.failure.KeyFailure;
import aquila.world.ForeignText;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * On the way out of this room: a file cannot be used, and why. It becomes a {@link KeyFailure} in
 * the one place that knows the file's path.
 */
final class UnusableKey extends Exception {
  private static final String ELSEWHERE =
      "that is a path of Windows: name a key that lies on this machine (WSL has the drives of Windows"
          + " below /mnt)";

  private final KeyTrouble trouble;
  private final String phrase;
  private final transient List<String> hints;

  /** A trouble that its name tells wholly. */
  UnusableKey(KeyTrouble trouble) {
    this(trouble, trouble.phrase() + (trouble.isAnotherThing() ? ", not a private key" : ""));
  }

  /**
   * A trouble with more to say.
   *
   * @param phrase goes on after "the key file X"; never holds anything of the key
   * @param hints stand before the trouble's own
   */
  UnusableKey(KeyTrouble trouble, String phrase, String... hints) {
    super(phrase, null, false, false);
    this.trouble = trouble;
    this.phrase = phrase;
    this.hints = List.of(hints);
  }

  KeyTrouble trouble() {
    return trouble;
  }

  String phrase() {
    return phrase;
  }

  /** The failure that the user sees. */
  KeyFailure asFailure(Path path) {
    return new KeyFailure(
        "the key file " + ForeignText.printable(path.toString()) + " " + phrase,
        trouble == KeyTrouble.MISSING && WindowsPath.isAlienHere(path.toString())
            ? new String[] {ELSEWHERE}
            : ways(path));
  }

  private String[] ways(Path path) {
    return
    // To give the passphrase is less work than to do without it.
    (trouble.isClosed()
            ? Stream.concat(trouble.hints().stream(), hints.stream())
            : Stream.concat(hints.stream(), trouble.hints().stream()))
        .map(hint -> hint.replace("{file}", ShellWord.of(path)))
        .map(hint -> hint.replace("{new}", ShellWord.ofCopy(path)))
        .toArray(String[]::new);
  }
}
