package aquila.doctor;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far the sign-in has come with each of the token endpoint's refusals, by the id of the row.
 * Which words Login History has for them is inferred from its list of statuses.
 */
final class TokenDiagnoses {
  private static final Map<String, Diagnosis> ROWS =
      Map.ofEntries(
          row("token.user-not-approved", 5, "Failed: Not approved for access"),
          row("token.not-preauthorized", 5, "Failed: Not approved for access"),
          row("token.refresh-scope-missing", 5, null),
          row("token.invalid-assertion", 1, "Failed: Signature Invalid"),
          row("token.audience-invalid", 3, null),
          row("token.app-not-installed", 4, "Package for this consumer is not installed"),
          row("token.assertion-expired", 2, null),
          row("token.clock-fast", 1, null),
          row("token.client-id-unknown", 0, "Failed: Consumer Deleted"),
          row("token.client-credentials-invalid", 0, null),
          row("token.app-uninstalled", 4, "Package for this consumer is not installed"),
          row("token.app-blocked", 4, null),
          row("token.user-inactive", 6, "User is inactive"),
          row("token.ip-restricted", 6, "Restricted IP"),
          row("token.login-rate-exceeded", 6, "Login rate exceeded"));

  private TokenDiagnoses() {}

  static Optional<Diagnosis> find(String id) {
    return Optional.ofNullable(ROWS.get(id));
  }

  static Set<String> ids() {
    return ROWS.keySet();
  }

  private static Map.Entry<String, Diagnosis> row(String id, int passed, @Nullable String history) {
    return Map.entry(id, new Diagnosis(passed, history));
  }
}
