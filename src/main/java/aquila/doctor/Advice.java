package aquila.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a fault. In all texts {@code {…}} stands for a part of the set-up.
 *
 * @param who whose hands it takes
 * @param cause what is most likely behind it, or null where the fault itself says so
 * @param steps what to do about that, in this order
 * @param pause what has to pass after that before it shows; empty where nothing has
 * @param others what else may be behind it, the likeliest first
 */
public record Advice(
    Who who, @Nullable String cause, List<String> steps, String pause, List<Other> others) {

  /**
   * Another thing that may be behind a fault.
   *
   * @param cause what it is; empty where the step says all
   * @param step what to do about it; empty where there is nothing to do
   */
  public record Other(String cause, String step) {

    /** Both in one line. */
    public String text() {
      return cause.isEmpty() || step.isEmpty() ? cause + step : cause + ": " + step;
    }
  }

  public Advice {
    steps = List.copyOf(steps);
    others = List.copyOf(others);
  }

  static Advice by(Who who, String... steps) {
    return new Advice(who, null, List.of(steps), who.pause(), List.of());
  }

  static Advice none() {
    return by(Who.HERE);
  }

  Advice because(String likeliest) {
    return new Advice(who, likeliest, steps, pause, others);
  }

  /** What has to pass before it shows, in words that go on "then run this again". */
  Advice after(String pause) {
    return new Advice(who, cause, steps, pause, others);
  }

  /** Whether another pause is meant than the usual one of whom it is for. */
  public boolean hasPauseOfItsOwn() {
    return !pause.equals(who.pause());
  }

  /** Without the likeliest cause and its steps, where that is known not to be it. */
  Advice withoutLikeliest() {
    Other next = others.get(0);
    return new Advice(
        who, next.cause(), List.of(next.step()), pause, others.subList(1, others.size()));
  }

  Advice or(String other, String step) {
    return new Advice(
        who,
        cause,
        steps,
        pause,
        Stream.concat(others.stream(), Stream.of(new Other(other, step))).toList());
  }

  Advice withSteps(List<String> instead) {
    return new Advice(who, cause, instead, pause, others);
  }

  Advice withFirst(String step) {
    return withSteps(Stream.concat(Stream.of(step), steps.stream()).toList());
  }

  /** With the set-up's own values; a step that names one that is not known is left out. */
  Advice fill(Function<String, Optional<String>> values) {
    List<Other> filled = new ArrayList<>();
    for (Other other : others) {
      String because = values.apply(other.cause()).orElse("");
      String step = values.apply(other.step()).orElse("");
      if (!because.isEmpty() || !step.isEmpty()) {
        filled.add(new Other(because, step));
      }
    }
    return new Advice(
        who,
        cause == null ? null : values.apply(cause).orElse(null),
        steps.stream().map(values).flatMap(Optional::stream).toList(),
        pause,
        filled);
  }

  /** All that may be behind it, the likeliest first. */
  public List<String> causes() {
    return Stream.concat(Stream.ofNullable(cause), others.stream().map(Other::cause))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** All that can be done, in the order in which to do it. */
  public List<String> hints() {
    return Stream.of(
            steps.stream(),
            others.stream().map(Other::step),
            Stream.of(pause.isEmpty() ? "" : pause + ", then run the same command again"))
        .flatMap(texts -> texts)
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
