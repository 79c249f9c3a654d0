package aquila.doctor;

import aquila.config.Field;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.http.HttpReply;
import aquila.http.ReplyText;
import aquila.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the host says of itself at {@code /services/data/}: whether it is an org, and how new. */
final class VersionFindings {
  static final String ID = "api.versions";
  static final String TITLE = "the API versions";

  /** EventLogFile has Interval and Sequence from here on. */
  private static final int WITH_INTERVALS = 37;

  static final Verdict MOVED =
      Verdict.fail(
          "api.host-moved",
          "C11",
          ExitCode.API_REFUSED,
          "the instance-url leads elsewhere",
          Advice.by(Who.HERE, SetupHint.MY_DOMAIN));
  static final Verdict NO_ORG =
      Verdict.fail(
          "api.no-org",
          "",
          ExitCode.API_REFUSED,
          "the host of instance-url answers, but not as an org",
          Advice.by(Who.HERE, SetupHint.MY_DOMAIN));
  static final Verdict OLD =
      Verdict.warn(
          "api.version-old",
          "Q3",
          ExitCode.API_REFUSED,
          "an api-version without hourly event logs",
          Advice.by(Who.HERE, "write api-version=37.0 or newer; without the setting it is 60.0"));

  private VersionFindings() {}

  static Check<Visit> check() {
    return new Check<>(ID, TITLE, List.of(ConnectionFindings.ID), VersionFindings::of);
  }

  private static List<Finding> of(Visit visit) {
    HttpReply reply;
    try {
      reply = visit.ask(visit.versionsUrl());
    } catch (Failure e) {
      return List.of(RefusalFindings.of(visit, e));
    }
    if (reply.isRedirect()) {
      String target = ReplyText.redirectTarget(reply, visit.versionsUrl());
      return List.of(Finding.of(MOVED, Place.seen(target), null));
    }
    if (reply.status() == 420 || reply.status() >= 500) {
      return List.of(
          RefusalFindings.outOfOrder(reply.status(), "HTTP " + reply.status() + " from the host"));
    }
    Optional<List<String>> versions = versions(reply);
    if (versions.isEmpty()) {
      return List.of(Finding.of(NO_ORG, Place.seen(said(reply)), null));
    }
    return judge(visit.options().apiVersion(), versions.get(), visit);
  }

  private static List<Finding> judge(String wanted, List<String> versions, Visit visit) {
    String newest = versions.get(versions.size() - 1);
    String found = versions.get(0) + " to " + newest + "; " + wanted + " is used";
    if (!versions.contains(wanted)) {
      Finding refused = RefusalFindings.row("api.version-unknown", found, visit);
      return List.of(
          new Finding(
              refused.verdict(),
              Place.of(Field.API_VERSION).withFound(found).withNormal(newest),
              "the org does not know this api-version",
              Advice.by(
                  Who.HERE, "write api-version=" + newest + ", the newest that this org knows")));
    }
    if (Double.parseDouble(wanted) < WITH_INTERVALS) {
      return List.of(Finding.of(OLD, Place.of(Field.API_VERSION).withFound(found), null));
    }
    return List.of(Finding.pass(ID, TITLE, Place.seen(found), null));
  }

  /** {@code [{"label":"Spring '24","url":"/services/data/v60.0","version":"60.0"}, …]} */
  private static Optional<List<String>> versions(HttpReply reply) {
    if (reply.status() != 200) {
      return Optional.empty();
    }
    try {
      List<String> versions = new ArrayList<>();
      for (JsonNode each : Json.read(reply.body())) {
        if (each.path("version").asText().matches("[0-9]{1,3}\\.0")) {
          versions.add(each.path("version").textValue());
        }
      }
      return versions.isEmpty() ? Optional.empty() : Optional.of(versions);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String said(HttpReply reply) {
    return "HTTP " + reply.status() + " " + ReplyText.summary(reply);
  }
}
