package aquila.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every setting there is. One name, three spellings: {@code username} in a file, {@code --username}
 * on the command line, {@code AQUILA_USERNAME} in the environment.
 */
public enum Field {
  AUDIENCE_URL(
      "audience-url",
      "JWT Authentication Audience URL",
      "who is asked to let Aquila in: the My Domain URL, or https://login.salesforce.com, for a sandbox"
          + " https://test.salesforce.com"),
  KEY_PATH(
      "key-path",
      "JWT Authentication Client Key Path",
      "the file with the private key whose certificate was uploaded to the app"),
  USERNAME("username", "Username", "the login name of the integration user, not its e-mail"),
  CLIENT_ID("client-id", "Client ID", "the Consumer Key of the app"),
  INSTANCE_URL("instance-url", "Instance URL", "the My Domain URL of the org"),
  TOKEN_URL("token-url", "Token URL", "the token endpoint, or its host: My Domain, login or test"),

  KEY_PASSPHRASE_FILE(
      "key-passphrase-file", "", "a file whose first line is the passphrase of the key"),
  KEY_ALIAS("key-alias", "", "which private key of a PKCS#12 or JKS store that holds several"),
  API_VERSION("api-version", "", "version of the REST API (default: 60.0)"),
  CA_FILE("ca-file", "", "PEM certificates to trust in addition to the platform's"),
  PROXY(
      "proxy",
      "",
      "http://[user:password@]host:port (default: HTTPS_PROXY, but for hosts of NO_PROXY)"),
  CONNECT_TIMEOUT("connect-timeout", "", "longest wait for a connection (default: 10s)"),
  READ_TIMEOUT("read-timeout", "", "longest silence between two bytes (default: 60s)"),
  TOKEN_CACHE(
      "token-cache", "", "on keeps a token for up to 15 minutes in a file of yours (default: off)");

  private final String key;
  private final String label;
  private final String description;

  Field(String key, String label, String description) {
    this.key = key;
    this.label = label;
    this.description = description;
  }

  /** The name in a file. */
  public String key() {
    return key;
  }

  /** The name on the command line. */
  public String option() {
    return "--" + key;
  }

  /** The name in the environment. */
  public String variable() {
    return "AQUILA_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** What the set-up guide calls it; empty for an optional setting. */
  public String label() {
    return label;
  }

  /** One line for the help. */
  public String description() {
    return description;
  }

  /** Whether signing in is impossible without it. */
  public boolean isRequired() {
    return !label.isEmpty();
  }

  /** The field with this name in a file. */
  public static Optional<Field> ofKey(String key) {
    for (Field field : values()) {
      if (field.key.equals(key)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** The six that customers send. */
  public static List<Field> required() {
    return Arrays.stream(values()).filter(Field::isRequired).toList();
  }
}
