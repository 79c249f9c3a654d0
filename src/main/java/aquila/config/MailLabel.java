package aquila.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A label in a line of a mail, and where its value begins.
 *
 * @param field the setting that it announces; null for something else
 * @param isSecret whether what follows must not be repeated
 * @param start where the label begins
 * @param end where its value begins
 */
record MailLabel(@Nullable Field field, boolean isSecret, int start, int end) {

  /** The labels of the guide, how people shorten them, and what Salesforce itself says. */
  private static final Map<String, Field> NAMES = names();

  /** What else stands in such mails, so that it is not taken for a value. */
  private static final List<String> OTHERS =
      List.of(
          "Callback URL",
          "Redirect URI",
          "API Version",
          "App Name",
          "Permission Set",
          "Profile",
          "Scopes?",
          "Org ID",
          "Organization ID",
          "Environment",
          "Certificate",
          "From",
          "To",
          "Cc",
          "Sent",
          "Date",
          "Subject");

  private static final List<String> SECRETS =
      List.of(
          "Client Secret",
          "Consumer Secret",
          "Secret Key",
          "App Secret",
          "Secret",
          "Password",
          "Security Token",
          "Access Token",
          "Key Passphrase",
          "Passphrase");

  private static final String BLANKS = "\\s\\p{Z}\\p{Cf}";

  /**
   * What may stand before a label: bullets, numbers, emphasis, quotation marks, a shell's words.
   */
  private static final String BEFORE =
      "^(?:["
          + BLANKS
          + "*\u2022\u00b7\u30fb\u2023\u25e6\u25aa\u2013\u2014\u25cf\u25cb\u25a0\u25a1\u2610\u2713"
          + "#+\"'`\u201c\u2018_{,|\\p{So}\ufe0f-]++"
          + "|\\(?[0-9]{1,2}[.)]|[0-9]\ufe0f?\u20e3|[a-z][.)]\\s|export\\s|set\\s|\\$env:|AQUILA_){0,12}"
          + "(?:[a-z][a-z0-9_]{0,30}\\.){0,5}"
          + "(?:(?:the|our|your|sf|salesforce|oauth|jwt)["
          + BLANKS
          + "]++){0,3}";

  private static final String DECORATION = "[" + BLANKS + "*_`\"'\u201d\u2019]*+";

  /**
   * What may stand between a label and its colon: also a remark in brackets, or the end of brackets
   * in which the label itself stands, behind a word of another language.
   */
  private static final String BEHIND =
      DECORATION + "(?:[(\\[][^)\\]]{0,60}[)\\]]|[)\\]])?" + DECORATION;

  private static final String ARROW =
      "(?:-+>|[\u2192\u21d2\u2794\u279c\u279e\u27a1\u27f6\u2b95\u25b6\u25ba]\ufe0f?)";

  private static final String STRONG =
      "(?:[:=\uff1a\ufe55\uff1d]+>?|" + ARROW + "|\\.{3,}:?|\u2026+:?)[*_]{0,3}";
  private static final String WEAK =
      "(?:"
          + STRONG
          + "|(?<=[\\s\\p{Z}])(?:--?|[\u2013\u2014])(?=[\\s\\p{Z}])|\\bis\\b(?=\\s+\\S+\\s*$)|[,;|]|(?<=\\t)|(?<=  )|$)";

  private static final String ALL = alternatives();

  private static final Pattern AT_START =
      Pattern.compile("(?iu)" + BEFORE + "(?<label>" + ALL + ")(?![\\p{L}\\p{N}])" + BEHIND + WEAK);

  private static final Pattern ANYWHERE =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}?&/.@=_-])(?<label>"
              + ALL
              + ")(?![\\p{L}\\p{N}])"
              + BEHIND
              + "(?:"
              + STRONG
              + "|\\bis\\b(?<prose>\\s*+)(?<word>\\S*+))");

  private static final Pattern WHOLE =
      Pattern.compile("(?iu)" + BEFORE + "(?<label>" + ALL + ")" + BEHIND + "[:=\uff1a]?\\s*");

  /** All labels of a line, in order. */
  static List<MailLabel> in(String line) {
    List<MailLabel> labels = new ArrayList<>();
    int from = 0;
    Matcher start = AT_START.matcher(line);
    if (start.find()) {
      labels.add(of(start));
      from = start.end();
    }
    Matcher next = ANYWHERE.matcher(line);
    while (from <= line.length() && next.find(from)) {
      MailLabel label = of(next);
      if (next.group("prose") == null) {
        labels.add(label);
        from = next.end();
      } else {
        from = next.end("prose");
        if (label.field() != null && MailValue.canBe(label.field(), next.group("word"))) {
          // In a sentence only what can be the value is one.
          labels.add(new MailLabel(label.field(), false, label.start(), from));
        }
      }
    }
    return labels;
  }

  /** The label that a cell of a table, or a whole line, consists of. */
  static Optional<MailLabel> whole(String text) {
    Matcher whole = WHOLE.matcher(text);
    return whole.matches() ? Optional.of(of(whole)) : Optional.empty();
  }

  private static MailLabel of(Matcher match) {
    String name = fold(match.group("label"));
    for (Map.Entry<String, Field> known : NAMES.entrySet()) {
      if (fold(known.getKey()).equals(name)) {
        return new MailLabel(known.getValue(), false, match.start("label"), match.end());
      }
    }
    boolean isSecret = SECRETS.stream().anyMatch(secret -> fold(secret).equals(name));
    return new MailLabel(null, isSecret, match.start("label"), match.end());
  }

  private static String fold(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }

  /** Longer labels first: "Key Path" is a part of the guide's own. */
  private static String alternatives() {
    List<String> all = new ArrayList<>(NAMES.keySet());
    all.addAll(OTHERS);
    all.addAll(SECRETS);
    all.sort((a, b) -> b.length() - a.length());
    return String.join(
        "|", all.stream().map(name -> name.replace(" ", "[" + BLANKS + "._-]*+")).toList());
  }

  private static Map<String, Field> names() {
    Map<String, Field> names = new LinkedHashMap<>();
    Field.required().forEach(field -> names.put(field.label(), field));
    add(names, Field.AUDIENCE_URL, "Authentication Audience URL", "JWT Audience URL");
    add(names, Field.AUDIENCE_URL, "Audience URL", "JWT Audience", "Audience");
    add(names, Field.KEY_PATH, "Authentication Client Key Path", "Client Key Path");
    add(names, Field.KEY_PATH, "Private Key Path", "Private Key File", "Key Path", "Key File");
    add(names, Field.USERNAME, "Login Name", "User Name");
    add(names, Field.CLIENT_ID, "Consumer Key", "Client Identifier");
    add(names, Field.INSTANCE_URL, "My Domain URL", "My Domain", "Salesforce URL", "Org URL");
    add(names, Field.TOKEN_URL, "OAuth Token URL", "Token Endpoint URL", "Token Endpoint");
    return names;
  }

  private static void add(Map<String, Field> names, Field field, String... others) {
    for (String other : others) {
      names.put(other, field);
    }
  }
}
