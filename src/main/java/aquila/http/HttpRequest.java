package aquila.http;

import aquila.failure.Failure;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a server. It does not print its headers or body, which may hold secrets.
 *
 * @param method {@code GET} or {@code POST}
 * @param uri an http or https address
 * @param headers header fields by name
 * @param body what to post, or null
 */
public record HttpRequest(
    String method, URI uri, Map<String, String> headers, @Nullable RequestBody body) {

  public HttpRequest {
    headers = Map.copyOf(headers);
  }

  /** The fields of a form, which are made while the connection is. */
  @FunctionalInterface
  public interface Form {
    Map<String, String> fields() throws Failure;
  }

  /** Asks for JSON. */
  public static HttpRequest get(URI uri) {
    return new HttpRequest("GET", uri, Map.of("Accept", "application/json"), null);
  }

  /**
   * Posts an HTML form ({@code application/x-www-form-urlencoded}) and asks for JSON.
   *
   * @param form is asked once, by the thread that sends the request
   */
  public static HttpRequest postForm(URI uri, Form form) {
    return new HttpRequest(
        "POST",
        uri,
        Map.of("Accept", "application/json", "Content-Type", "application/x-www-form-urlencoded"),
        new RequestBody(() -> encoded(form.fields())));
  }

  /** The same request with one header more. */
  public HttpRequest with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpRequest(method, uri, more, body);
  }

  private static String encoded(Map<String, String> fields) {
    StringJoiner text = new StringJoiner("&");
    fields.forEach((name, value) -> text.add(encoded(name) + "=" + encoded(value)));
    return text.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
    return method + " " + uri.getHost() + port + uri.getPath();
  }
}
