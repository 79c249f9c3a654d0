package aquila.eventlog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Date-times as the REST API sends them, and as SOQL wants them. */
final class SalesforceTime {

  /** {@code 2026-11-24T03:12:45.000+0000}, and the forms that others would write. */
  private static final DateTimeFormatter SENT =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4)
          .appendPattern("-MM-dd'T'HH:mm:ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .appendPattern("[XXX][XX]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter SOQL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private SalesforceTime() {}

  /**
   * Reads one, to the millisecond.
   *
   * @throws DateTimeException if it is none
   */
  static Instant parse(String text) {
    return OffsetDateTime.parse(text, SENT).toInstant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** A literal for SOQL: no quotes, and {@code Z} instead of a {@code +} that URLs would eat. */
  static String literal(Instant moment) {
    return SOQL.format(moment);
  }
}
