package aquila.cli;

import aquila.world.World;

/** Whether to colour: only on a terminal, and never against the user's wish (no-color.org). */
final class Colour {

  private Colour() {}

  static boolean on(World world, boolean isTerminal) {
    return isTerminal
        && world.environment().getOrDefault("NO_COLOR", "").isEmpty()
        && !world.environment().getOrDefault("TERM", "").equals("dumb");
  }
}
