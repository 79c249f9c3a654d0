package aquila.key;

import aquila.failure.Failure;
import java.nio.file.Path;

/** A process that loads one key, to see which classes that takes. */
final class LoadOneKey {

  private LoadOneKey() {}

  public static void main(String[] args) throws Failure {
    KeySource source = new KeySource(Path.of(args[0]), Passphrase.none(), null);
    System.out.println("bits: " + KeyFile.load(source).key().bits());
  }
}
