package aquila.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The known name that a mistyped one was probably meant to be. */
public final class NearestName {

  private NearestName() {}

  /** The field whose key, or variable, is nearest. */
  static Optional<Field> to(String typed, List<Field> known) {
    return among(
            typed,
            known.stream().flatMap(field -> Stream.of(field.key(), field.variable())).toList())
        .flatMap(
            name ->
                known.stream()
                    .filter(field -> field.key().equals(name) || field.variable().equals(name))
                    .findFirst());
  }

  /**
   * The name with the fewest letters to insert, delete or change, among the first of equals; none
   * if that is more than a third of the typed name. Case and punctuation do not count.
   */
  public static Optional<String> among(String typed, Collection<String> names) {
    String wanted = fold(typed);
    Optional<String> nearest = Optional.empty();
    int least = 2 + wanted.length() / 3;
    // A loop: a comparator of Java's would be the only lambda of a start that ends with a mistake.
    for (String name : names) {
      int distance = distance(wanted, fold(name));
      if (distance < least) {
        least = distance;
        nearest = Optional.of(name);
      }
    }
    return nearest;
  }

  /**
   * The name that a slip of the finger makes of this one: two letters off at most, and only one in
   * a short name. Where unknown names are nothing unusual, a looser guess would be a nuisance.
   */
  public static Optional<String> slip(String typed, Collection<String> names) {
    int most = fold(typed).length() < 5 ? 1 : 2;
    return among(typed, names).filter(name -> distance(fold(typed), fold(name)) <= most);
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
