package aquila.doctor;

import java.util.List;
import java.util.function.Function;

/**
 * A rung of the ladder: one thing to look at.
 *
 * @param <S> what is looked at
 * @param id our stable name; it is also the name of the finding that all is well
 * @param title in a few words
 * @param needs the ids of checks that must not have failed; otherwise this one is skipped
 * @param probe looks, and tells what it found; nothing means that all is well
 */
public record Check<S>(String id, String title, List<String> needs, Probe<S> probe) {

  public Check {
    needs = List.copyOf(needs);
  }

  /** The same check for those who hold more than its subject. */
  <T> Check<T> in(Function<T, S> subject) {
    return new Check<>(id, title, needs, whole -> probe.look(subject.apply(whole)));
  }

  /** How a check looks at its subject. */
  @FunctionalInterface
  public interface Probe<S> {
    List<Finding> look(S subject);
  }
}
