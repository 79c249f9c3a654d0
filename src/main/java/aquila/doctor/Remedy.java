package aquila.doctor;

import java.util.List;

/**
 * One row of the failure catalogue: what the other side says, and what to do about it.
 *
 * @param row the row of the catalogue, for example {@code T1}
 * @param id our stable name, for example {@code token.user-not-approved}
 * @param title the fault in a few words
 * @param words the refusals that mean it
 * @param hints what to do, the likeliest first; {@code {…}} stands for a part of the {@link
 *     Situation}
 */
public record Remedy(String row, String id, String title, Words words, List<String> hints) {

  static Remedy of(String row, String id, String title, Words words, String... hints) {
    return new Remedy(row, id, title, words, List.of(hints));
  }
}
