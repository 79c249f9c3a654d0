package aquila.cli;

import java.time.Duration;
import java.util.Locale;

/** Amounts for people: {@code 3.4 MB}, {@code 12 files}, {@code 5 min}. */
final class Amount {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private Amount() {}

  /** A number of bytes, in decimal units. */
  static String bytes(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    String form = unit == 0 || value >= 100 ? "%.0f %s" : "%.1f %s";
    return String.format(Locale.ROOT, form, value, UNITS[unit]);
  }

  /** A number of files. */
  static String files(long count) {
    return count + (count == 1 ? " file" : " files");
  }

  /** A time, in its largest unit. */
  static String time(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 100) {
      return seconds + " s";
    }
    return seconds < 6000 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }
}
