package aquila.doctor;

import aquila.config.Field;
import aquila.doctor.SalesforceHost.Kind;
import aquila.doctor.SalesforceHost.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The fields held against each other.
 *
 * @param values those that were given and are not something else altogether, by field
 */
record Fit(Map<Field, FieldValue> values) {

  /** The URLs in the order in which they are told: where the token is asked for comes first. */
  private static final List<Field> URLS =
      List.of(Field.TOKEN_URL, Field.INSTANCE_URL, Field.AUDIENCE_URL);

  static Fit of(Setup setup) {
    Map<Field, FieldValue> values = new LinkedHashMap<>();
    FieldContext context = setup.context();
    for (Field field : Field.required()) {
      setup
          .settings()
          .find(field)
          .map(setting -> FieldValue.of(setting, context))
          .filter(value -> !isStranger(value))
          .ifPresent(value -> values.put(field, value));
    }
    return new Fit(values);
  }

  private static boolean isStranger(FieldValue value) {
    return FieldRule.hits(value, FieldFindings.RULES).stream().anyMatch(FieldRule::isLast);
  }

  Optional<FieldValue> value(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  /** The URLs whose host is known to be of this side. */
  List<FieldValue> of(Side side) {
    return urls().stream().filter(value -> value.host().side() == side).toList();
  }

  /** The URLs by the org that they name. */
  Map<String, List<FieldValue>> orgs() {
    return urls().stream()
        .filter(value -> !value.host().org().isEmpty())
        .collect(
            Collectors.groupingBy(
                value -> value.host().org(), LinkedHashMap::new, Collectors.toList()));
  }

  /** How many of the URLs have a host that tells something. */
  int told() {
    return (int)
        urls().stream()
            .filter(value -> value.host().side() != Side.UNKNOWN || !value.host().org().isEmpty())
            .count();
  }

  boolean isAt(Field field, Kind kind) {
    return value(field).filter(value -> value.host().is(kind)).isPresent();
  }

  private List<FieldValue> urls() {
    List<FieldValue> urls = new ArrayList<>();
    URLS.forEach(field -> value(field).ifPresent(urls::add));
    return urls;
  }

  /** "token-url and instance-url": how groups of fields are named. */
  static String names(List<FieldValue> values) {
    return values.stream().map(value -> value.field().key()).collect(Collectors.joining(" and "));
  }

  /** The hosts of some fields, each once. */
  static String hosts(List<FieldValue> values) {
    return values.stream()
        .map(value -> value.address() == null ? "" : SafeText.of(value.address().host()))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
