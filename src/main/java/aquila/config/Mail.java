package aquila.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The six fields as a customer mailed them. A pure function of the text: what was found, what had
 * to be done to it, and what is missing or there more than once. Nothing is guessed, and nothing
 * that may be a secret is kept.
 *
 * @param found the values of each field that differ from each other, in the order of the mail
 * @param notes what else is to be said about the mail, a sentence each
 */
public record Mail(Map<Field, List<Mailed>> found, List<String> notes) {

  public Mail {
    found = Map.copyOf(found);
    notes = List.copyOf(notes);
  }

  /** Reads a mail, whatever is left of its form: text, quoted, a table, HTML. */
  public static Mail read(String text) {
    return new MailReader(MailLine.of(text.startsWith("\ufeff") ? text.substring(1) : text)).read();
  }

  /** The value of a field, if there is one and only one. */
  public Optional<Mailed> only(Field field) {
    List<Mailed> values = found.getOrDefault(field, List.of());
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** The required fields of which the mail has no value. */
  public List<Field> missing() {
    return Field.required().stream().filter(field -> !found.containsKey(field)).toList();
  }

  /** The fields of which it has several. */
  public List<Field> doubled() {
    return Field.required().stream()
        .filter(field -> found.getOrDefault(field, List.of()).size() > 1)
        .toList();
  }

  /** Of all that was found, what can be the field at all, each value once. */
  static Map<Field, List<Mailed>> distinct(List<Mailed> all) {
    Map<Field, Map<String, Mailed>> byValue = new EnumMap<>(Field.class);
    for (Mailed mailed : all) {
      boolean isBetter = MailValue.fits(mailed.field(), mailed.value());
      boolean othersFit =
          all.stream()
              .anyMatch(
                  other ->
                      other.field() == mailed.field()
                          && MailValue.fits(other.field(), other.value()));
      if (isBetter || !othersFit) {
        byValue
            .computeIfAbsent(mailed.field(), field -> new LinkedHashMap<>())
            .putIfAbsent(mailed.value().replaceFirst("(?<=[^/])/$", ""), mailed);
      }
    }
    Map<Field, List<Mailed>> found = new EnumMap<>(Field.class);
    byValue.forEach((field, values) -> found.put(field, new ArrayList<>(values.values())));
    return found;
  }
}
