package aquila.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a server. It does not print its headers or body, which may hold secrets.
 *
 * @param method {@code GET} or {@code POST}
 * @param uri an http or https address
 * @param headers header fields by name
 * @param body the ASCII text to post, or null
 */
public record HttpRequest(
    String method, URI uri, Map<String, String> headers, @Nullable String body) {

  public HttpRequest {
    headers = Map.copyOf(headers);
  }

  /** Asks for JSON. */
  public static HttpRequest get(URI uri) {
    return new HttpRequest("GET", uri, Map.of("Accept", "application/json"), null);
  }

  /** Posts an HTML form ({@code application/x-www-form-urlencoded}) and asks for JSON. */
  public static HttpRequest postForm(URI uri, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return new HttpRequest(
        "POST",
        uri,
        Map.of("Accept", "application/json", "Content-Type", "application/x-www-form-urlencoded"),
        body);
  }

  /** The same request with one header more. */
  public HttpRequest with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpRequest(method, uri, more, body);
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
