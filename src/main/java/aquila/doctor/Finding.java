package aquila.doctor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found in this set-up.
 *
 * @param verdict what it is
 * @param place where it is
 * @param message a sentence about it, or null where the title says all
 * @param causes what may be behind it, the likeliest first
 * @param hints what to do, the likeliest first
 */
public record Finding(
    Verdict verdict,
    Place place,
    @Nullable String message,
    List<String> causes,
    List<String> hints) {

  public Finding {
    causes = List.copyOf(causes);
    hints = List.copyOf(hints);
  }

  static Finding of(Verdict verdict, Place place, @Nullable String message, List<String> hints) {
    return new Finding(verdict, place, message, List.of(), hints);
  }

  static Finding pass(String id, String title, Place place, @Nullable String message) {
    return of(Verdict.pass(id, "", title), place, message, List.of());
  }

  static Finding skip(String id, String title, Place place, String reason) {
    return of(Verdict.skip(id, title), place, reason, List.of());
  }

  public String id() {
    return verdict.id();
  }

  public Status status() {
    return verdict.status();
  }

  boolean isFailed() {
    return status() == Status.FAIL;
  }
}
