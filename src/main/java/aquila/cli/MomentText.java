package aquila.cli;

import aquila.config.DurationText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Moments as people write them: a date, which is its midnight UTC; a date and time with its offset;
 * or an age such as {@code 36h}.
 */
final class MomentText {

  private MomentText() {}

  /** The moment, or empty if the text is none. */
  static Optional<Instant> parse(String text, Instant now) {
    return moment(text, now).filter(MomentText::isKnownToSalesforce);
  }

  /** SOQL takes dates from 1700 to 4000 (SOQL and SOSL Reference, "Date Formats"). */
  private static boolean isKnownToSalesforce(Instant moment) {
    int year = moment.atOffset(ZoneOffset.UTC).getYear();
    return year >= 1700 && year < 4000;
  }

  private static Optional<Instant> moment(String text, Instant now) {
    try {
      if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
      }
      if (text.contains("T")) {
        return Optional.of(OffsetDateTime.parse(text).toInstant());
      }
      // A bare number would be seconds, which nobody means here.
      return text.matches("[0-9]+") ? Optional.empty() : DurationText.parse(text).map(now::minus);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
