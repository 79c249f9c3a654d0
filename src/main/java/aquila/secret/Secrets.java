package aquila.secret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * The secrets that this process has met, struck out of every text before it is printed.
 *
 * <p>Nothing that Aquila writes should hold a secret in the first place. This is for what others
 * write: a server that repeats the assertion in its error, a proxy that repeats a header.
 */
public final class Secrets {
  private static final String STRUCK = "(secret)";

  /** Shorter values would also be found in innocent words. */
  private static final int SHORTEST = 6;

  private final List<Secret> known = new CopyOnWriteArrayList<>();

  /** Remembers a secret and returns it. */
  public Secret keep(Secret secret) {
    if (secret.length() >= SHORTEST) {
      known.add(secret);
    }
    return secret;
  }

  /** The text without any secret that is known, or that has the shape of one. */
  public String strike(String text) {
    String result = text;
    // The longest first: one secret may be the beginning of another.
    List<Secret> longest = new ArrayList<>(known);
    longest.sort(Comparator.comparingInt(Secret::length).reversed());
    for (Secret secret : longest) {
      result = result.replace(secret.reveal(), STRUCK);
    }
    return Shapes.mayBeIn(result) ? Shapes.FORM.matcher(result).replaceAll(STRUCK) : result;
  }

  /** A signed JWT, a Salesforce session id, and a PEM private key, whoever's they are. */
  private static final class Shapes {
    static final Pattern FORM =
        Pattern.compile(
            "eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+"
                + "|00D[A-Za-z0-9]{12,15}(?:!|%21)[A-Za-z0-9._]{8,}"
                + "|-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*-----|$)");

    /** Making the pattern takes longer than most runs have to print. */
    static boolean mayBeIn(String text) {
      return text.contains("eyJ") || text.contains("00D") || text.contains("-----BEGIN ");
    }
  }
}
