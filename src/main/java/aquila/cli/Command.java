package aquila.cli;

import java.util.concurrent.Callable;

/** A command of the program; its call returns the exit code. */
interface Command extends Callable<Integer> {

  /** Says how it is used. */
  void describe(Syntax syntax);

  /** The commands that may stand behind its name. */
  default Commands commands() {
    return new Commands();
  }
}
