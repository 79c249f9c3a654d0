package aquila;

import aquila.cli.Aquila;
import aquila.secret.Secrets;
import aquila.world.Cleanup;
import aquila.world.RealTerminal;
import aquila.world.Sleep;
import aquila.world.World;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.SplittableRandom;

/** The process: the real streams, variables and exit live here and nowhere else. */
public final class Main {
  private static final int INTERRUPTED = 130;

  static {
    // At every start, picocli would look in all jars for a class of Groovy, and load every type of
    // dates that Java has.
    System.setProperty("picocli.disable.closures", "true");
    System.setProperty("picocli.converters.excludes", "java.sql.*,java.time.*");
  }

  private Main() {}

  public static void main(String[] args) {
    Cleanup cleanup = new Cleanup();
    Interruption interruption = new Interruption(cleanup);
    Runtime.getRuntime().addShutdownHook(interruption);
    int code = 1;
    dropArchiveThatDoesNotFit();
    try {
      code = new Aquila(world(cleanup)).run(args);
    } catch (OutOfMemoryError e) {
      System.err.println("aquila: error: out of memory");
    } finally {
      interruption.isDone = true;
    }
    System.exit(code);
  }

  /** Runs at every exit; where the program did not come to its own end, a signal ended it. */
  private static final class Interruption extends Thread {
    private final Cleanup cleanup;
    private volatile boolean isDone;

    Interruption(Cleanup cleanup) {
      this.cleanup = cleanup;
    }

    @Override
    public void run() {
      if (!isDone) {
        cleanup.run();
        Runtime.getRuntime().halt(INTERRUPTED);
      }
    }
  }

  /**
   * The launcher has made a class archive that this Java does not take: Java, Aquila or their place
   * has changed. At the next start it makes a new one.
   */
  private static void dropArchiveThatDoesNotFit() {
    String archive = System.getProperty("aquila.archive", "");
    if (!archive.isEmpty() && !System.getProperty("java.vm.info", "").contains("sharing")) {
      try {
        Files.deleteIfExists(Path.of(archive));
      } catch (IOException e) {
        // It stays, and starts stay slower.
        return;
      }
    }
  }

  private static World world(Cleanup cleanup) {
    String home = System.getenv().getOrDefault("HOME", System.getProperty("user.home"));
    return new World(
        Clock.systemUTC(),
        Sleep.real(),
        new SplittableRandom(),
        System.getenv(),
        Path.of(home),
        Path.of("").toAbsolutePath(),
        Path.of(System.getProperty("java.io.tmpdir")),
        Path.of("/etc/aquila"),
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        new RealTerminal(System.getProperty("aquila.terminal"), cleanup),
        cleanup,
        new Secrets());
  }
}
