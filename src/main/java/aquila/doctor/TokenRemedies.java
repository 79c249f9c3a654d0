package aquila.doctor;

import static aquila.doctor.SetupHint.FIND;

import java.util.List;

/**
 * The refusals of the token endpoint that are about the user or the assertion: rows T5, T7, T13,
 * T14, T16 and T19 of the failure catalogue. Phrases are in lower case.
 */
final class TokenRemedies {

  private TokenRemedies() {}

  static List<Remedy> all() {
    return ROWS;
  }

  private static final List<Remedy> ROWS =
      List.of(
          new Remedy(
              "T5",
              "token.audience-invalid",
              "Salesforce does not take this audience-url",
              Words.of(
                  "invalid_grant",
                  "audience is invalid",
                  "invalid audience",
                  "audience validation failed"),
              Advice.by(
                      Who.HERE,
                      "write as audience-url exactly https://login.salesforce.com, for a sandbox"
                          + " https://test.salesforce.com; it was {audience}")
                  .because("the audience-url is not written exactly as Salesforce wants it")
                  .or(
                      "the audience-url is of the other kind of org",
                      "login is production, test is sandboxes")
                  .or(
                      "this org wants its own address there, or does not take it",
                      "where login or test is refused, write the My Domain URL of the org ("
                          + FIND
                          + "My Domain), and the reverse")),
          new Remedy(
              "T7",
              "token.assertion-expired",
              "the sign-in was over when it arrived",
              Words.of("invalid_grant", "expired authorization code"),
              Advice.by(
                      Who.HERE,
                      "set the clock of this machine: timedatectl set-ntp true; Windows: w32tm"
                          + " /resync")
                  .because(
                      "the clock of this machine is slow: what Aquila signs is good for three"
                          + " minutes")
                  .or(
                      "something on the way holds requests back for minutes",
                      "ask the network team")),
          new Remedy(
              "T13",
              "token.user-inactive",
              "{username} is deactivated in Salesforce",
              Words.of("invalid_grant", "inactive user"),
              Advice.by(Who.ADMINISTRATOR, FIND + "Users > {username} > Edit: tick Active > Save")
                  .because("the user was deactivated")
                  .or(
                      "another user was meant",
                      "write the Username of the right one as username; the page Users lists"
                          + " all")),
          new Remedy(
              "T14",
              "token.ip-restricted",
              "{username} is not allowed to sign in from the address of this machine",
              Words.of("invalid_grant", "ip restricted"),
              Advice.by(
                      Who.ADMINISTRATOR,
                      "look up the address of the machine where Aquila runs, as Salesforce sees it"
                          + " (it is none of those above): "
                          + FIND
                          + "Login History, the newest line of {username}, the column Source IP. If"
                          + " Aquila is to run on another machine, sign in there first",
                      SetupHint.PROFILE,
                      "open that profile > Login IP Ranges: add a range with this address as its"
                          + " start and as its end > Save")
                  .because(
                      "the address of this machine is not in the Login IP Ranges of the user's"
                          + " profile")
                  .or(
                      "a new proxy, VPN or provider has given this machine another address",
                      "add that one, too")
                  .or(
                      "this machine goes out by IPv6, and the ranges hold IPv4 addresses only",
                      "add the IPv6 address")
                  .or(
                      "",
                      "do not bother with \"Relax IP restrictions\" of the app: this kind of sign-in"
                          + " always obeys the ranges")),
          new Remedy(
              "T16",
              "token.login-rate-exceeded",
              "{username} signs in too often",
              Words.of("invalid_grant", "login rate exceeded"),
              Advice.by(
                      Who.HERE,
                      "let programs use one token for many calls, for example with token-cache=on; a"
                          + " user may sign in 3600 times an hour",
                      "wait an hour")
                  .because("a program signs in again for each of its calls")),
          new Remedy(
              "T19",
              "token.scope-parameter",
              "a scope was sent along",
              Words.of("invalid_request", "scope parameter"),
              Advice.by(
                      Who.NETWORK,
                      "let requests to {tokenhost} through unchanged: Aquila sends no scope, so"
                          + " something on the way adds one. There is nothing to change in"
                          + " Salesforce")
                  .because("a proxy or gateway on the way adds the scope")));
}
