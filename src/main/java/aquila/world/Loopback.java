package aquila.world;

import java.net.URI;
import java.util.Locale;

/** Which addresses never leave this machine. */
public final class Loopback {

  private Loopback() {}

  /** Whether the host is {@code localhost}, in 127.0.0.0/8, or {@code ::1}. */
  public static boolean is(URI uri) {
    String host = uri.getHost();
    return host != null && is(host);
  }

  private static boolean is(String name) {
    String host = name.toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");
  }
}
