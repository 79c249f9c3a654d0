package aquila.doctor;

import aquila.failure.Cause;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal must say to be a certain one. What is null or empty may be anything; texts are
 * compared without regard to case.
 *
 * @param status the HTTP status, or null
 * @param codes {@code error} or {@code errorCode} is one of these
 * @param phrases {@code error_description} or {@code message} holds one of these
 */
record Words(@Nullable Integer status, List<String> codes, List<String> phrases) {

  /** A code, and a phrase of the description. */
  static Words of(String code, String... phrases) {
    return new Words(null, List.of(code), List.of(phrases));
  }

  /** One of several codes, whatever else is said. */
  static Words anyOf(String... codes) {
    return new Words(null, List.of(codes), List.of());
  }

  /** A phrase, whatever the code. */
  static Words phrase(String... phrases) {
    return new Words(null, List.of(), List.of(phrases));
  }

  /** A phrase of an answer that names no code. */
  static Words plain(String phrase) {
    return new Words(null, List.of(""), List.of(phrase));
  }

  /** An answer known by its status alone. */
  static Words status(int status) {
    return new Words(status, List.of(), List.of());
  }

  boolean match(Cause cause) {
    String code = cause.word("error") + cause.word("errorCode");
    String text =
        (cause.word("error_description") + cause.word("message")).toLowerCase(Locale.ROOT);
    return (status == null || status.equals(cause.status()))
        && (codes.isEmpty() || codes.stream().anyMatch(code::equalsIgnoreCase))
        && (phrases.isEmpty() || phrases.stream().anyMatch(text::contains));
  }
}
