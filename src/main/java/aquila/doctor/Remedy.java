package aquila.doctor;

import java.util.List;

/**
 * One row of the failure catalogue: what the other side says, and what to do about it.
 *
 * @param row the row of the catalogue, for example {@code T1}
 * @param id our stable name, for example {@code token.user-not-approved}
 * @param title the fault in a few words
 * @param words the refusals that mean it
 * @param advice what to do; {@code {…}} stands for a part of the {@link Situation}
 */
public record Remedy(String row, String id, String title, Words words, Advice advice) {

  /** What to do first, in this order. */
  public List<String> steps() {
    return advice.steps();
  }

  /** The same fault, which is also told in other words. */
  Remedy also(Words others) {
    return new Remedy(row, id, title, others, advice);
  }
}
