package aquila.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host name tells by itself. */
class SalesforceHostTest {

  @ParameterizedTest
  @CsvSource({
    "login.salesforce.com, LOGIN, '', PRODUCTION, ''",
    "test.salesforce.com, TEST, '', SANDBOX, ''",
    "login.salesforce.mil, LOGIN, '', PRODUCTION, ''",
    "acme.my.salesforce.com, MY_DOMAIN, acme, PRODUCTION, acme.my.salesforce.com",
    "acme--uat.sandbox.my.salesforce.com, MY_DOMAIN, acme--uat.sandbox, SANDBOX,"
        + " acme--uat.sandbox.my.salesforce.com",
    "acme--uat.my.salesforce.com, MY_DOMAIN, acme--uat.sandbox, SANDBOX,"
        + " acme--uat.sandbox.my.salesforce.com",
    "acme--uat.cs12.my.salesforce.com, INSTANCE, acme--uat.sandbox, SANDBOX,"
        + " acme--uat.sandbox.my.salesforce.com",
    "acme.na9.my.salesforce.com, INSTANCE, acme, PRODUCTION, acme.my.salesforce.com",
    "acme-dev-ed.develop.my.salesforce.com, MY_DOMAIN, acme-dev-ed.develop, PRODUCTION,"
        + " acme-dev-ed.develop.my.salesforce.com",
    "pure.scratch.my.salesforce.com, MY_DOMAIN, pure.scratch, SANDBOX,"
        + " pure.scratch.my.salesforce.com",
    "acme.patch.my.salesforce.com, MY_DOMAIN, acme.patch, UNKNOWN,"
        + " acme.patch.my.salesforce.com",
    "agency.my.salesforce.mil, MY_DOMAIN, agency, PRODUCTION, agency.my.salesforce.mil",
    "acme.lightning.force.com, LIGHTNING, acme, PRODUCTION, acme.my.salesforce.com",
    "acme--uat.sandbox.lightning.force.com, LIGHTNING, acme--uat.sandbox, SANDBOX,"
        + " acme--uat.sandbox.my.salesforce.com",
    "acme-dev-ed.develop.lightning.force.com, LIGHTNING, acme-dev-ed.develop, PRODUCTION,"
        + " acme-dev-ed.develop.my.salesforce.com",
    "agency.lightning.crmforce.mil, LIGHTNING, agency, PRODUCTION, agency.my.salesforce.mil",
    "acme.my.salesforce-setup.com, SETUP, acme, PRODUCTION, acme.my.salesforce.com",
    "acme--uat.sandbox.my.salesforce-setup.com, SETUP, acme--uat.sandbox, SANDBOX,"
        + " acme--uat.sandbox.my.salesforce.com",
    "acme.file.force.com, CONTENT, acme, PRODUCTION, acme.my.salesforce.com",
    "acme--c.vf.force.com, CONTENT, acme, PRODUCTION, acme.my.salesforce.com",
    "acme--uat--c.sandbox.vf.force.com, CONTENT, acme--uat.sandbox, SANDBOX,"
        + " acme--uat.sandbox.my.salesforce.com",
    "acme--c.visualforce.com, CONTENT, acme, PRODUCTION, acme.my.salesforce.com",
    "acme--uat--c.visualforce.com, CONTENT, acme--uat.sandbox, SANDBOX,"
        + " acme--uat.sandbox.my.salesforce.com",
    "acme.my.site.com, CONTENT, acme, PRODUCTION, acme.my.salesforce.com",
    "acme.secure.force.com, CONTENT, '', UNKNOWN, ''",
    "na9.salesforce.com, INSTANCE, '', PRODUCTION, ''",
    "cs12.salesforce.com, INSTANCE, '', SANDBOX, ''",
    "eu45-api.salesforce.com, INSTANCE, '', PRODUCTION, ''",
    "acme.salesforce.com, OTHER, '', UNKNOWN, ''",
    "gateway.acme.com, OTHER, '', UNKNOWN, ''",
    "login.salesforce.com.evil.com, OTHER, '', UNKNOWN, ''",
    "acme.my.salesforce.com.test, OTHER, '', UNKNOWN, ''",
    "localhost, OTHER, '', UNKNOWN, ''",
    "127.0.0.1, OTHER, '', UNKNOWN, ''",
    "[::1], OTHER, '', UNKNOWN, ''",
  })
  void isJudgedByItsName(String name, String kind, String org, String side, String myDomain) {
    SalesforceHost host = SalesforceHost.of(name);
    assertEquals(
        kind + " " + org + " " + side + " " + myDomain,
        host.kind() + " " + host.org() + " " + host.side() + " " + host.myDomain());
  }
}
