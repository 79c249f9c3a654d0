package aquila.doctor;

import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.http.HttpReply;
import aquila.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which org each host is of: they tell before anybody signs in. */
final class OrgFindings {
  static final String ID = "field.org";
  static final String TITLE = "the hosts are of one org";

  static final Verdict DIFFERENT =
      Verdict.fail(
          "field.orgs-differ",
          "C16",
          ExitCode.CONFIG,
          "token-url and instance-url are of different orgs",
          SetupHint.ONE_ORG);
  static final Verdict OTHER_ENDPOINT =
      Verdict.warn(
          "field.endpoint-differs",
          "C16",
          ExitCode.CONFIG,
          "the host of token-url names another token endpoint",
          "give as token-url the address that the host names itself");

  private OrgFindings() {}

  static Check<Visit> check() {
    return new Check<>(ID, TITLE, List.of(ConnectionFindings.ID), OrgFindings::of);
  }

  /** An org's id in the form of 15 characters, which is the same in every spelling. */
  static Optional<String> id(Visit visit, URI host) {
    return read(visit, Visit.orgUrl(host))
        .map(json -> json.path("OrgId").asText())
        .filter(id -> id.matches("[A-Za-z0-9]{15,18}"))
        .map(id -> id.substring(0, 15));
  }

  private static List<Finding> of(Visit visit) {
    Optional<String> instance = id(visit, visit.instanceUrl());
    Optional<String> token =
        visit.hasTwoHosts() ? id(visit, visit.tokenOrigin()) : Optional.empty();
    List<Finding> findings = new ArrayList<>();
    if (instance.isPresent() && token.isPresent() && !instance.equals(token)) {
      String found =
          String.format(
              "%s is org %s, %s is org %s",
              visit.tokenUrl().getHost(),
              token.get(),
              visit.instanceUrl().getHost(),
              instance.get());
      findings.add(Finding.of(DIFFERENT, Place.seen(found), null));
    }
    endpoint(visit).ifPresent(findings::add);
    if (!findings.isEmpty()) {
      return findings;
    }
    return instance.isPresent()
        ? List.of(Finding.pass(ID, TITLE, Place.seen("org " + instance.get()), null))
        : List.of(
            Finding.skip(ID, TITLE, Place.none(), "the host does not tell which org it is of"));
  }

  private static Optional<Finding> endpoint(Visit visit) {
    URI address = visit.tokenUrl().resolve("/.well-known/openid-configuration");
    return read(visit, address)
        .map(json -> json.path("token_endpoint").asText())
        .filter(named -> !named.isEmpty() && !named.equals(visit.tokenUrl().toString()))
        .map(named -> Finding.of(OTHER_ENDPOINT, Place.seen(named), null));
  }

  /** Hosts without such a page, as login.salesforce.com, are no trouble. */
  private static Optional<JsonNode> read(Visit visit, URI address) {
    try {
      HttpReply reply = visit.ask(address);
      return reply.status() == 200 && !reply.isHtml()
          ? Optional.of(Json.read(reply.body()))
          : Optional.empty();
    } catch (Failure | IOException e) {
      return Optional.empty();
    }
  }
}
