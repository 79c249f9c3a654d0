package aquila.config;

import java.nio.file.Path;

/** Where a value came from. */
public sealed interface Origin {

  /** The place, as messages name it. */
  String text();

  /** Against which directory a relative path of this place is read. */
  Path base();

  /** Given on the command line. */
  record Option(Field field, Path base) implements Origin {
    @Override
    public String text() {
      return "option " + field.option();
    }
  }

  /** Given in the environment. */
  record Variable(Field field, Path base) implements Origin {
    @Override
    public String text() {
      return "environment variable " + field.variable();
    }
  }

  /** Given in a file; lines count from 1. */
  record FileLine(Path file, int line) implements Origin {
    @Override
    public String text() {
      return file + ", line " + line;
    }

    @Override
    public Path base() {
      Path parent = file.toAbsolutePath().getParent();
      return parent == null ? file.toAbsolutePath() : parent;
    }
  }

  /** Given in another place, which is told in words. */
  record Elsewhere(String text, Path base) implements Origin {}
}
