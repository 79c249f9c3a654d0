package aquila.doctor;

import aquila.config.Field;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a value looks like, wherever it stands. */
enum Shape {
  /** 64 hexadecimal digits, or 15 to 20 decimal ones: the two forms of a consumer secret. */
  SECRET("", "[0-9A-Fa-f]{64}|[0-9]{15,20}"),
  USER_ID("the id of a user", "005[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?", Field.USERNAME),
  APP_ID("", "(?:0H4|0ci|888)[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?"),
  CLIENT_ID("a Consumer Key", "3MVG[A-Za-z0-9._]{20,}", Field.CLIENT_ID),
  URL(
      "a URL",
      "(?i:https?:.*|https?//.*)",
      Field.AUDIENCE_URL,
      Field.INSTANCE_URL,
      Field.TOKEN_URL),
  HOST(
      "the name of a host",
      "(?i:/{0,2}[a-z0-9_\u2013\u2014.-]+\\.(?:salesforce|force|salesforce-setup)\\.(?:com|mil)(?:[:/?#].*)?)",
      Field.AUDIENCE_URL,
      Field.INSTANCE_URL,
      Field.TOKEN_URL),
  USERNAME("a login name", "[^\\s@/\\\\:]+@[^\\s@/\\\\:]+", Field.USERNAME),
  PATH(
      "the path of a file",
      "(?:/|\\.{1,2}/|~|[A-Za-z]:[\\\\/]|\\\\\\\\).*"
          + "|(?i:.*\\.(?:key|pem|p12|pfx|jks|der|crt|cer))",
      Field.KEY_PATH),
  OTHER("", ".*");

  private final String noun;

  @SuppressWarnings("ImmutableEnumChecker") // a pattern does not change
  private final Pattern pattern;

  @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
  private final Set<Field> homes;

  Shape(String noun, String regex, Field... homes) {
    this.noun = noun;
    this.pattern = Pattern.compile(regex, Pattern.DOTALL);
    this.homes = EnumSet.noneOf(Field.class);
    this.homes.addAll(Set.of(homes));
  }

  /** The first shape that fits. */
  static Shape of(String text) {
    for (Shape shape : values()) {
      if (shape.pattern.matcher(text).matches()) {
        return shape;
      }
    }
    return OTHER;
  }

  /** What a value of this shape is called; empty where the shape alone does not tell. */
  String noun() {
    return noun;
  }

  /** Whether a value of this shape is one of these fields and can be no other. */
  boolean isStrangerIn(Field field) {
    return !homes.isEmpty() && !homes.contains(field);
  }

  /** Whether a value of this shape belongs into the field. */
  boolean belongsIn(Field field) {
    return homes.contains(field);
  }
}
