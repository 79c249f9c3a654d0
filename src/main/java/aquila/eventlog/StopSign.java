package aquila.eventlog;

import aquila.failure.Cause;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.rest.Org;
import aquila.world.Deadline;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says to the workers of a run when to take no other file. */
final class StopSign {

  /** So many failures of the network, with no answer in between: the org cannot be reached. */
  private static final int DEAD = 5;

  private static final int UNAUTHORIZED = 401;

  private final Org org;
  private final ApiReserve reserve;
  private final Deadline deadline;
  private int unanswered;
  private @Nullable String reason;
  private @Nullable Failure local;

  StopSign(Org org, ApiReserve reserve, Deadline deadline) {
    this.org = org;
    this.reserve = reserve;
    this.deadline = deadline;
  }

  /** Whether to take no other file. */
  synchronized boolean isSet() {
    if (reason == null && deadline.isOver()) {
      reason = "the deadline is over";
    }
    if (reason == null && org.usage().map(reserve::isReached).orElse(false)) {
      reason = "only the reserve of API calls is left (--api-reserve " + reserve + ")";
    }
    return reason != null;
  }

  /** Why, in words. */
  synchronized String reason() {
    return reason == null ? "the run was ended" : reason;
  }

  synchronized void because(String words) {
    if (reason == null) {
      reason = words;
    }
  }

  /** The disk refused a file, and will refuse others. */
  synchronized void local(Failure failure) {
    if (local == null) {
      local = failure;
    }
    because("the disk refused another file");
  }

  synchronized @Nullable Failure local() {
    return local;
  }

  /** The org answered. */
  synchronized void answered() {
    unanswered = 0;
  }

  /** A file failed: is it the file, or all of them? */
  synchronized void consider(Failure failure) {
    Cause words = failure.words();
    if (words != null && words.word("errorCode").equals("REQUEST_LIMIT_EXCEEDED")) {
      because("the org's API calls are used up");
    } else if (words != null && Objects.equals(words.status(), UNAUTHORIZED)) {
      // A fresh token was refused too: each other file would cost a log-in and be refused.
      because("the org does not take the access token");
    } else if (failure.exitCode() == ExitCode.NETWORK || isOutOfOrder(words)) {
      unanswered++;
      if (unanswered >= DEAD) {
        because("the org cannot be reached");
      }
    } else if (failure.exitCode() == ExitCode.API_REFUSED) {
      unanswered = 0;
    } else {
      because(failure.fact());
    }
  }

  private static boolean isOutOfOrder(@Nullable Cause words) {
    return words != null && words.status() != null && words.status() >= 500;
  }
}
