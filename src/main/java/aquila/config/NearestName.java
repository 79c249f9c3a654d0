package aquila.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The known name that a mistyped one was probably meant to be. */
final class NearestName {

  private NearestName() {}

  /** The field whose key, or variable, is nearest. */
  static Optional<Field> to(String typed, List<Field> known) {
    Field best = null;
    int bestDistance = Integer.MAX_VALUE;
    String name = fold(typed);
    for (Field field : known) {
      int distance =
          Math.min(distance(name, fold(field.key())), distance(name, fold(field.variable())));
      if (distance < bestDistance) {
        best = field;
        bestDistance = distance;
      }
    }
    return bestDistance <= 1 + name.length() / 3 ? Optional.ofNullable(best) : Optional.empty();
  }

  /** The field that the set-up guide calls so. */
  static Optional<Field> ofLabel(String name) {
    return Field.required().stream()
        .filter(field -> distance(fold(name), fold(field.label())) <= 1)
        .findFirst();
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Levenshtein's: how many letters to insert, delete or change. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
