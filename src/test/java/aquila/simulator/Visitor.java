package aquila.simulator;

import aquila.json.Json;
import aquila.key.Assertion;
import aquila.key.HeldCertificate;
import aquila.key.SigningKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A client of a simulated org that owes nothing to Aquila's own. */
final class Visitor {

  static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  /** The key whose certificate was uploaded; making it takes long, so there is one for all. */
  static final SigningKey KEY = key();

  private final SimulatedOrg org;
  private final HttpClient http = HttpClient.newHttpClient();

  Visitor(SimulatedOrg org) {
    this.org = org;
  }

  static OrgSetup setup() {
    return OrgSetup.of(KEY.publicKey(), CLOCK);
  }

  static SigningKey key() {
    return HeldCertificate.generate(2048, "test", NOW, NOW.plusSeconds(60), List.of()).key();
  }

  Assertion assertion() {
    return Assertion.at(NOW, ConnectedApp.CLIENT_ID, OrgSetup.USERNAME, org.audience());
  }

  HttpResponse<String> present(Assertion assertion) throws Exception {
    return present(assertion.signedWith(KEY).reveal());
  }

  HttpResponse<String> present(String assertion) throws Exception {
    return post(
        "/services/oauth2/token",
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" + assertion);
  }

  HttpResponse<String> post(String path, String form) throws Exception {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  String logIn() throws Exception {
    HttpResponse<String> reply = present(assertion());
    if (reply.statusCode() != 200) {
      throw new IOException(reply.body());
    }
    return json(reply).get("access_token").asText();
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> getAs(String token, String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    return send(
        (headers.length == 0 ? request : request.headers(headers))
            .header("Authorization", "Bearer " + token));
  }

  HttpResponse<String> query(String token, String soql, String... headers) throws Exception {
    String q = URLEncoder.encode(soql, StandardCharsets.UTF_8);
    return getAs(token, "/services/data/v60.0/query?q=" + q, headers);
  }

  static JsonNode json(HttpResponse<String> reply) throws IOException {
    return Json.read(reply.body().getBytes(StandardCharsets.UTF_8));
  }

  private URI uri(String path) {
    return URI.create(org.url() + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
