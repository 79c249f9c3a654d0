package aquila.simulator;

import java.util.function.UnaryOperator;

/**
 * What lies between an org and whoever wants to sign in to it: the way there, and the settings and
 * files that were handed out. The org itself knows nothing of them.
 *
 * @param welcome how its host meets whoever connects
 * @param handout what becomes of the settings and files that are right
 */
public record Surroundings(Welcome welcome, UnaryOperator<Handout> handout) {

  /** An open way, and settings that are right. */
  public static final Surroundings USUAL =
      new Surroundings(Welcome.USUAL, UnaryOperator.identity());

  Surroundings with(Welcome other) {
    return new Surroundings(other, handout);
  }

  /** After what is spoilt already, this too. */
  Surroundings and(UnaryOperator<Handout> next) {
    return new Surroundings(welcome, it -> next.apply(handout.apply(it)));
  }
}
