package aquila.doctor;

import static aquila.doctor.FieldRule.URLS;

import aquila.config.Field;
import aquila.doctor.SalesforceHost.Kind;
import java.util.List;
import java.util.Set;

/** Which of Salesforce's many hosts a URL names: rows C8 to C11. */
final class HostRules {

  private HostRules() {}

  static List<FieldRule> all() {
    return ROWS;
  }

  private static final List<FieldRule> ROWS =
      List.of(
          FieldRule.fail(
              "field.lightning-host",
              "C8",
              "an address for people with a browser, and not for programs",
              URLS,
              value -> value.host().is(Kind.LIGHTNING),
              "{field} is copied from the browser: {host} shows pages to people, and programs are"
                  + " answered at the org's My Domain",
              SetupHint.MY_DOMAIN),
          FieldRule.fail(
              "field.setup-host",
              "C9",
              "the address of the Setup pages",
              URLS,
              value -> value.host().is(Kind.SETUP),
              "{field} is copied from the browser while Setup was open: programs are answered at the"
                  + " org's My Domain, not at {host}",
              SetupHint.MY_DOMAIN),
          FieldRule.fail(
              "field.content-host",
              "C9",
              "the address of files, sites or Visualforce pages",
              Set.of(Field.INSTANCE_URL),
              value -> value.host().is(Kind.CONTENT),
              "instance-url names a host for files, sites or Visualforce pages: programs are answered"
                  + " at the org's My Domain",
              SetupHint.MY_DOMAIN),
          FieldRule.fail(
                  "field.login-host",
                  "C10",
                  "the login host in the place of the org",
                  Set.of(Field.INSTANCE_URL),
                  value -> value.host().is(Kind.LOGIN) || value.host().is(Kind.TEST),
                  "instance-url names the host where all orgs sign in, and has to name the one org whose"
                      + " data are read",
                  SetupHint.MY_DOMAIN)
              .guess(),
          FieldRule.warn(
                  "field.legacy-host",
                  "C11",
                  "a host by the number of its instance",
                  URLS,
                  value -> value.host().is(Kind.INSTANCE),
                  "{field} names a server by its number, as old instructions do; Salesforce is ending"
                      + " these addresses, and an org moves from one to another",
                  SetupHint.MY_DOMAIN)
              .guess());
}
