package aquila.doctor;

import aquila.failure.ExitCode;
import aquila.token.AccessToken;
import aquila.token.InstanceRule;
import aquila.token.OddToken;
import java.util.List;
import java.util.Optional;

/** What came with the token: rows T25 to T27. No call is needed. */
final class GrantFindings {
  static final String SCOPE = "token.scope";
  static final String INSTANCE = "token.instance";
  static final String IDENTITY = "token.identity";

  static final Verdict NO_API =
      Verdict.warn(
          "token.api-scope-missing",
          "T26",
          ExitCode.TOKEN_REFUSED,
          "the token lacks the scope api",
          SetupHint.APP,
          SetupHint.API_SCOPE);
  static final Verdict DIFFERS =
      Verdict.warn(
          "token.instance-url-differs",
          "T25",
          ExitCode.TOKEN_REFUSED,
          "the token is for another host than instance-url",
          Advice.by(Who.HERE, "write as instance-url the host that came with the token"));
  static final Verdict FOREIGN =
      Verdict.fail(
          "token.instance-url-foreign",
          "T25",
          ExitCode.TOKEN_REFUSED,
          "the token is for a host that is not the org's, and is not sent there",
          Advice.by(Who.HERE, "if that host is right, write it as instance-url"));
  static final Verdict OTHER_ORG =
      Verdict.fail(
          "token.org-differs",
          "T25",
          ExitCode.TOKEN_REFUSED,
          "the token is of another org than instance-url",
          Advice.by(Who.WITH_ADMINISTRATOR, SetupHint.ONE_ORG));
  static final Verdict OTHER_KIND =
      Verdict.warn(
          "token.other-org",
          "T27",
          ExitCode.TOKEN_REFUSED,
          "the token is of another kind of org: production or sandbox",
          Advice.by(Who.WITH_ADMINISTRATOR, SetupHint.ONE_ORG));

  private GrantFindings() {}

  static List<Verdict> verdicts() {
    return List.of(NO_API, DIFFERS, FOREIGN, OTHER_ORG, OTHER_KIND);
  }

  static List<Check<Visit>> checks() {
    List<String> needs = List.of(TokenFindings.ID);
    return List.of(
        new Check<>(SCOPE, "the token's scope", needs, GrantFindings::scope),
        new Check<>(INSTANCE, "the token's host", needs, GrantFindings::instance),
        new Check<>(IDENTITY, "the token's org", needs, GrantFindings::identity));
  }

  private static List<Finding> scope(Visit visit) {
    AccessToken token = visit.token();
    String title = "the token's scope";
    if (token.scope() == null) {
      return List.of(Finding.skip(SCOPE, title, Place.none(), "the answer does not name it"));
    }
    return visit.mayUseApi()
        ? List.of(Finding.pass(SCOPE, title, Place.seen(token.scope()), null))
        : List.of(visit.filled(Finding.of(NO_API, Place.seen(token.scope()), null)));
  }

  private static List<Finding> instance(Visit visit) {
    Place named = Place.seen(visit.token().instanceUrl().toString());
    InstanceRule rule = InstanceRule.judge(visit.instanceUrl(), visit.token().instanceUrl());
    Place place = named.withNormal(visit.token().instanceUrl().toString());
    return switch (rule) {
      case SAME -> List.of(Finding.pass(INSTANCE, "the token's host", named, null));
      case SALESFORCE -> List.of(Finding.of(DIFFERS, place, null));
      case FOREIGN -> List.of(Finding.of(FOREIGN, named, null));
    };
  }

  private static List<Finding> identity(Visit visit) {
    String org = visit.token().orgId();
    if (org == null) {
      return List.of(
          Finding.skip(IDENTITY, "the token's org", Place.none(), "the answer has no id"));
    }
    Place place = Place.seen("org " + org + ", user " + visit.token().userId());
    Optional<String> host = OrgFindings.id(visit, visit.instanceUrl());
    if (host.isPresent() && !org.startsWith(host.get())) {
      String message = "instance-url is of org " + host.get();
      return List.of(Finding.of(OTHER_ORG, place, message));
    }
    if (OddToken.isOfOtherKind(visit.grant(), visit.token())) {
      String id = String.valueOf(visit.token().id());
      return List.of(Finding.of(OTHER_KIND, Place.seen(id), null));
    }
    return List.of(Finding.pass(IDENTITY, "the token's org", place, null));
  }
}
