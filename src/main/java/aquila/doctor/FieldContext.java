package aquila.doctor;

import aquila.config.Field;
import aquila.config.Setting;
import aquila.config.Settings;
import java.util.List;
import java.util.Optional;

/**
 * What the other fields tell about one of them.
 *
 * @param settings all that was given
 * @param keyIsThere whether the file that key-path names is there: then it is a path, whatever it
 *     looks like
 */
record FieldContext(Settings settings, boolean keyIsThere) {

  static final List<Field> URLS = List.of(Field.AUDIENCE_URL, Field.INSTANCE_URL, Field.TOKEN_URL);

  /** The field that this one was exchanged with: each value looks like the other field's. */
  Optional<Setting> partner(FieldValue value) {
    if (!value.shape().isStrangerIn(value.field())) {
      return Optional.empty();
    }
    return Field.required().stream()
        .filter(other -> value.shape().belongsIn(other))
        .flatMap(other -> settings.find(other).stream())
        .filter(
            other -> {
              Shape shape = Shape.of(CleanValue.of(other.value()));
              return shape.isStrangerIn(other.field()) && shape.belongsIn(value.field());
            })
        .findFirst();
  }

  /** The My Domain URL that the URL fields name, if they name only one. */
  Optional<String> myDomain() {
    List<String> all =
        URLS.stream()
            .flatMap(field -> settings.find(field).stream())
            .flatMap(setting -> WebAddress.of(CleanValue.of(setting.value())).stream())
            .flatMap(address -> address.salesforce().myDomainUrl().stream())
            .distinct()
            .toList();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** What is usual for a field where it can be told from the others. */
  Optional<String> usual(Field field) {
    return switch (field) {
      case AUDIENCE_URL -> Optional.of(loginUrl());
      case INSTANCE_URL -> myDomain();
      case TOKEN_URL -> myDomain().map(origin -> origin + WebAddress.ENDPOINT);
      default -> Optional.empty();
    };
  }

  private String loginUrl() {
    boolean isSandbox =
        myDomain()
            .flatMap(WebAddress::of)
            .filter(address -> address.salesforce().side() == SalesforceHost.Side.SANDBOX)
            .isPresent();
    return isSandbox ? "https://test.salesforce.com" : "https://login.salesforce.com";
  }
}
