package aquila.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The faults that are still to come, one for each REST call that had a good token. */
final class FaultQueue {
  private final Org org;
  private final Deque<Fault> coming;

  FaultQueue(Org org) {
    this.org = org;
    this.coming = new ArrayDeque<>(org.setup().conduct().faults());
  }

  /** This call's fault, or empty where none is left. */
  synchronized Optional<Fault.Kind> next() {
    Fault fault = coming.poll();
    if (fault == null) {
      return Optional.empty();
    }
    if (fault.count() > 1) {
      coming.push(new Fault(fault.kind(), fault.count() - 1));
    }
    return Optional.of(fault.kind());
  }

  /** What becomes of a reply. */
  Reply afflict(Fault.Kind kind, Reply reply) {
    return switch (kind) {
      case RESET -> reply.with(Reply.Fate.RESET);
      case STALL -> reply.with(Reply.Fate.STALL);
      case TRUNCATE -> reply.with(Reply.Fate.TRUNCATE);
      case SERVER_ERROR ->
          Reply.restError(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred.");
      case SESSION_OVER -> {
        org.sessions().revokeAll();
        yield RestApi.sessionOver().reply();
      }
      case LIMIT -> RestApi.limitExceeded().reply();
    };
  }
}
