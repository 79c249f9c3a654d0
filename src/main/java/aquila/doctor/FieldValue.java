package aquila.doctor;

import aquila.config.Field;
import aquila.config.Setting;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of the six fields as it was given, and what was probably meant.
 *
 * @param setting what was given
 * @param text the same without what cannot be meant: blanks and quotation marks at its ends,
 *     characters that cannot be seen
 * @param shape what the text looks like
 * @param address the text as a URL, for the three fields that are one; or null
 * @param context the other fields
 */
record FieldValue(
    Setting setting, String text, Shape shape, @Nullable WebAddress address, FieldContext context) {

  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  static FieldValue of(Setting setting, FieldContext context) {
    String text = CleanValue.of(setting.value());
    boolean isUrl = FieldContext.URLS.contains(setting.field());
    return new FieldValue(
        setting, text, Shape.of(text), isUrl ? WebAddress.of(text).orElse(null) : null, context);
  }

  Field field() {
    return setting.field();
  }

  /** The host as a URL; OTHER if there is none. */
  SalesforceHost host() {
    return address == null ? SalesforceHost.of("") : address.salesforce();
  }

  /** The form that the value should have, all its faults mended; empty where that is not known. */
  Optional<String> normal() {
    if (context.partner(this).isPresent()) {
      return context.partner(this).map(other -> CleanValue.of(other.value()));
    }
    if (shape == Shape.SECRET || shape.isStrangerIn(field())) {
      return Optional.empty();
    }
    return address == null ? Optional.of(text) : normalUrl(address);
  }

  private Optional<String> normalUrl(WebAddress url) {
    Optional<String> origin = normalOrigin(url);
    return field() == Field.TOKEN_URL ? origin.map(it -> it + WebAddress.ENDPOINT) : origin;
  }

  private Optional<String> normalOrigin(WebAddress url) {
    SalesforceHost host = host();
    return switch (host.kind()) {
      case LIGHTNING, SETUP -> host.myDomainUrl();
      case CONTENT ->
          field() == Field.AUDIENCE_URL ? Optional.of(url.origin()) : host.myDomainUrl();
      case INSTANCE -> host.myDomainUrl().or(context::myDomain);
      case LOGIN, TEST ->
          field() == Field.INSTANCE_URL ? context.myDomain() : Optional.of(url.origin());
      case MY_DOMAIN -> Optional.of(url.origin());
      case OTHER -> url.isValid() ? Optional.of(url.origin()) : Optional.empty();
    };
  }

  /** Where it is, with the normal form if there is a better one than what was given. */
  Place place() {
    Place place = Place.of(setting);
    if (SafeText.isHidden(setting)) {
      return place;
    }
    String normal = normal().map(SafeText::of).orElse(null);
    return normal == null || normal.equals(place.found()) ? place : place.withNormal(normal);
  }

  /** The text with this value's own words in it; empty if it names one that is not known. */
  Optional<String> fill(String template) {
    Matcher place = PLACE.matcher(template);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      Optional<String> word = word(place.group(1));
      if (word.isEmpty()) {
        return Optional.empty();
      }
      place.appendReplacement(filled, Matcher.quoteReplacement(word.get()));
    }
    return Optional.of(place.appendTail(filled).toString());
  }

  private Optional<String> word(String name) {
    return switch (name) {
      case "field" -> Optional.of(field().key());
      case "normal" -> Optional.ofNullable(place().normal());
      case "host" -> address == null ? Optional.empty() : Optional.of(SafeText.of(address.host()));
      case "noun" -> Optional.of(shape.noun());
      case "partner" -> context.partner(this).map(other -> other.field().key());
      case "invisible" -> CleanValue.firstInvisible(setting.value());
      case "default" -> context.usual(field());
      default -> throw new IllegalArgumentException("no such place in a text: " + name);
    };
  }
}
