package aquila.eventlog;

import aquila.rest.ApiUsage;
import java.util.Optional;

/**
 * How many of the org's API calls are left to others.
 *
 * @param amount calls, or a share of the limit
 * @param isPercent whether it is a share, in percent
 */
public record ApiReserve(long amount, boolean isPercent) {

  /** Reads {@code 10%} or {@code 500}. */
  public static Optional<ApiReserve> parse(String text) {
    if (text.matches("([0-9]{1,2}|100)%")) {
      return Optional.of(
          new ApiReserve(Long.parseLong(text.substring(0, text.length() - 1)), true));
    }
    return text.matches("[0-9]{1,9}")
        ? Optional.of(new ApiReserve(Long.parseLong(text), false))
        : Optional.empty();
  }

  /** Whether there is nothing left but the reserve. */
  boolean isReached(ApiUsage usage) {
    long kept = isPercent ? usage.limit() * amount / 100 : amount;
    return usage.left() <= kept && kept > 0;
  }

  @Override
  public String toString() {
    return amount + (isPercent ? "%" : " calls");
  }
}
