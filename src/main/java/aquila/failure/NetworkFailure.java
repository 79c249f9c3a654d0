package aquila.failure;

import java.util.List;

/** There was no answer from the host that was asked. */
public final class NetworkFailure extends Failure {
  private final Kind kind;

  /** The step at which it failed, for those who look it up. */
  public enum Kind {
    HOST_UNKNOWN,
    PROXY_UNKNOWN,
    REFUSED,
    PROXY_REFUSED,
    NO_CONNECTION,
    OFFLINE,
    DISTRUSTED,
    OUTSIDE_DATES,
    OTHER_NAME,
    NO_TLS,
    LOST,
    HANDSHAKE_CUT,
    HANDSHAKE_FAILED,
    PROXY_LOGIN,
    PROXY_DENIES,
    SILENT,
    DEADLINE,
    OTHER
  }

  /** A failure on this machine, with what to do about it. */
  public NetworkFailure(String fact, String... hints) {
    this(Kind.OTHER, fact, hints);
  }

  /** A failure of a known kind, in our own words. */
  public NetworkFailure(Kind kind, String fact, String... hints) {
    super(ExitCode.NETWORK, fact, null, List.of(hints));
    this.kind = kind;
  }

  /** A failure of a known kind, in the other side's words. */
  public NetworkFailure(Kind kind, String fact, Cause words, String... hints) {
    super(ExitCode.NETWORK, fact, words, List.of(hints));
    this.kind = kind;
  }

  /** What kind of trouble it is. */
  public Kind kind() {
    return kind;
  }
}
