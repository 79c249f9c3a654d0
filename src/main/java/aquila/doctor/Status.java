package aquila.doctor;

import java.util.Locale;

/** What came of looking at something. */
public enum Status {
  PASS,
  /** It works, or may work, and should be looked at all the same. */
  WARN,
  FAIL,
  /** Not looked at, for the reason that is given. */
  SKIP;

  /** The name in reports. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
