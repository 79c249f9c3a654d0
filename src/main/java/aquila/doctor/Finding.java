package aquila.doctor;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found in this set-up.
 *
 * @param verdict what it is
 * @param place where it is
 * @param message a sentence about it, or null where the title says all
 * @param advice what may be behind it, and what to do
 */
public record Finding(Verdict verdict, Place place, @Nullable String message, Advice advice) {

  private static final String WAITING = "first mend: ";

  static Finding of(Verdict verdict, Place place, @Nullable String message, List<String> steps) {
    return new Finding(verdict, place, message, verdict.advice().withSteps(steps));
  }

  static Finding of(Verdict verdict, Place place, @Nullable String message) {
    return new Finding(verdict, place, message, verdict.advice());
  }

  static Finding pass(String id, String title, Place place, @Nullable String message) {
    return of(Verdict.pass(id, "", title), place, message);
  }

  static Finding skip(String id, String title, Place place, String reason) {
    return of(Verdict.skip(id, title), place, reason);
  }

  /** A check that could tell nothing before others are mended. */
  static Finding waiting(String id, String title, Collection<String> others) {
    return skip(id, title, Place.none(), WAITING + String.join(", ", others));
  }

  public String id() {
    return verdict.id();
  }

  public Status status() {
    return verdict.status();
  }

  /** What may be behind it, the likeliest first. */
  public List<String> causes() {
    return advice.causes();
  }

  /** What to do first. */
  public List<String> steps() {
    return advice.steps();
  }

  /** Whether it was only not looked at because of another failure. */
  public boolean isWaiting() {
    return status() == Status.SKIP && message != null && message.startsWith(WAITING);
  }

  /** Whether somebody has to look at it. */
  public boolean isTrouble() {
    return status() == Status.FAIL || status() == Status.WARN;
  }

  /** What it is, in one sentence. */
  public String sentence() {
    return message == null ? verdict.title() : message;
  }

  boolean isFailed() {
    return status() == Status.FAIL;
  }
}
