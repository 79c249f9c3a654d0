package aquila.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoqlTest {
  private SimulatedOrg org;
  private Visitor visitor;
  private String token;

  @BeforeAll
  void start() throws Exception {
    org = SimulatedOrg.start(Visitor.setup());
    visitor = new Visitor(org);
    token = visitor.logIn();
  }

  @AfterAll
  void stop() throws Exception {
    org.close();
  }

  /** Each pair of conditions parts the 2,500 contacts in two, or names the same ones twice. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          FirstName = 'ada'                        | FirstName != 'Ada'
          FirstName IN ('Ada', 'Grace')            | FirstName NOT IN ('Ada', 'Grace')
          Name LIKE 'ada %'                        | NOT Name LIKE 'Ada %'
          AccountId = null                         | AccountId != null
          Birthdate < 1980-01-01                   | Birthdate >= 1980-01-01 OR Birthdate = null
          CreatedDate <= 2025-10-22T00:00:00Z      | CreatedDate > 2025-10-22T00:00:00.000+0000
          CreatedDate < 2025-10-22T02:00:00+02:00  | CreatedDate >= 2025-10-22T00:00:00Z
          IsDeleted = true                         | IsDeleted = FALSE
          (FirstName = 'Ada' OR FirstName = 'Jun') AND LastName = 'Ito' | NOT ((FirstName = 'Ada' OR FirstName = 'Jun') AND LastName = 'Ito')
          Account.NumberOfEmployees > 5000         | Account.NumberOfEmployees <= 5e3 OR Account.NumberOfEmployees = null
          CreatedDate = LAST_N_DAYS:399            | CreatedDate < LAST_N_DAYS:399
          CreatedDate = TODAY                      | CreatedDate < TODAY
          LastName = 'O\\'Hara'                    | LastName <> 'o\\'hara'
          AccountId IN (SELECT Id FROM Account WHERE Industry = 'Energy') | AccountId NOT IN (SELECT Id FROM Account WHERE Industry = 'Energy')
          """)
  void aConditionAndItsOppositePartAllRecords(String condition, String opposite) throws Exception {
    int one = count("SELECT COUNT() FROM Contact WHERE " + condition);
    int two = count("SELECT COUNT() FROM Contact WHERE " + opposite);
    assertEquals(2500, one + two, one + " and " + two);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT Id FROM Contact WHERE Name LIKE 'A_a%' AND NOT FirstName = 'Ada' | 0
          SELECT Id FROM Contact WHERE Name LIKE 'A\\_a%' | 0
          SELECT Id FROM Contact LIMIT 7 | 7
          SELECT Id FROM Contact ORDER BY Id LIMIT 10 OFFSET 1995 | 10
          select id from contact c where c.name != null limit 3 | 3
          SELECT Contact.Id FROM Contact LIMIT 1 | 1
          SELECT Id FROM EventLogFile WHERE LogDate = YESTERDAY | 5
          SELECT Id FROM EventLogFile WHERE LogDate = LAST_N_DAYS:2 | 10
          SELECT Id FROM EventLogFile WHERE EventType = 'Login' AND Interval = 'Daily' AND Sequence = 0 | 7
          SELECT Id FROM EventLogFile WHERE LogDate >= 2026-11-22T00:00:00Z ORDER BY LogDate DESC, EventType | 15
          SELECT PermissionsApiEnabled FROM UserPermissionAccess | 1
          """)
  void findsSoManyRecords(String soql, int size) throws Exception {
    assertEquals(size, records(soql).size());
  }

  @Test
  void shapesParentsAndChildrenLikeSalesforce() throws Exception {
    JsonNode user =
        records("SELECT username, profile.userlicense.NAME, Profile.Name FROM User").get(0);
    assertEquals(List.of("attributes", "Username", "Profile"), new ArrayList<>(names(user)));
    assertEquals("User", user.at("/attributes/type").asText());
    assertTrue(
        user.at("/attributes/url")
            .asText()
            .matches("/services/data/v60.0/sobjects/User/005\\w{15}"));
    assertEquals("Salesforce Integration", user.at("/Profile/UserLicense/Name").asText());
    assertEquals("UserLicense", user.at("/Profile/UserLicense/attributes/type").asText());
    assertEquals("Minimum Access - API Only Integrations", user.at("/Profile/Name").asText());

    JsonNode account =
        records("SELECT Id, (SELECT Name FROM Contacts ORDER BY Name LIMIT 2) FROM Account").get(0);
    assertEquals(2, account.at("/Contacts/totalSize").asInt());
    assertTrue(account.at("/Contacts/done").asBoolean());
    assertEquals("Contact", account.at("/Contacts/records/0/attributes/type").asText());
  }

  @Test
  void aMissingParentOrChildIsNull() throws Exception {
    JsonNode orphan = records("SELECT Account.Name FROM Contact WHERE AccountId = null").get(0);
    assertTrue(orphan.get("Account").isNull());
    JsonNode childless =
        records("SELECT (SELECT Id FROM Contacts WHERE Name = 'nobody') FROM Account").get(0);
    assertTrue(childless.get("Contacts").isNull());
  }

  @Test
  void writesNumbersAndTimesLikeSalesforce() throws Exception {
    JsonNode file =
        records("SELECT LogDate, LogFileLength, Sequence, LogFile, Id FROM EventLogFile").get(0);
    assertTrue(file.get("LogDate").asText().matches("2026-11-\\d\\dT00:00:00.000\\+0000"));
    assertTrue(file.get("LogFileLength").asText().matches("\\d+\\.0"));
    assertEquals("0", file.get("Sequence").asText());
    assertEquals(
        "/services/data/v60.0/sobjects/EventLogFile/" + file.get("Id").asText() + "/LogFile",
        file.get("LogFile").asText());
  }

  @Test
  void countsWithoutRecords() throws Exception {
    JsonNode result = Visitor.json(visitor.query(token, "SELECT COUNT() FROM Contact"));
    assertEquals(2500, result.get("totalSize").asInt());
    assertEquals(0, result.get("records").size());
  }

  @Test
  void groups() throws Exception {
    JsonNode groups =
        records(
            "SELECT Industry, COUNT(Id) many, MAX(NumberOfEmployees), SUM(AnnualRevenue) total"
                + " FROM Account GROUP BY Industry HAVING COUNT(Id) > 1"
                + " ORDER BY Industry NULLS LAST");
    assertEquals(6, groups.size());
    assertEquals("AggregateResult", groups.at("/0/attributes/type").asText());
    assertEquals("Agriculture", groups.at("/0/Industry").asText());
    assertTrue(groups.at("/5/Industry").isNull());
    assertTrue(groups.at("/0/expr0").asInt() > 0);
    assertTrue(groups.at("/0/total").asDouble() > 0);
    int sum = 0;
    for (JsonNode group : groups) {
      sum += group.get("many").asInt();
    }
    assertEquals(120, sum);
  }

  @Test
  void aggregatesWithoutGroupsGiveOneRecord() throws Exception {
    JsonNode record =
        records("SELECT COUNT(Id), MIN(CreatedDate), COUNT(Birthdate) FROM Contact").get(0);
    assertEquals(2500, record.get("expr0").asInt());
    assertTrue(record.get("expr1").asText().endsWith("+0000"));
    assertTrue(record.get("expr2").asInt() < 2500);
    JsonNode none = records("SELECT COUNT(Id), MAX(Name) FROM Contact WHERE Id = null").get(0);
    assertEquals(0, none.get("expr0").asInt());
    assertTrue(none.get("expr1").isNull());
  }

  @Test
  void ordersByManyFieldsWithEmptyOnesFirst() throws Exception {
    JsonNode accounts =
        records("SELECT Industry, Name FROM Account ORDER BY Industry DESC NULLS LAST, Name ASC");
    assertEquals("Technology", accounts.at("/0/Industry").asText());
    assertTrue(accounts.at("/119/Industry").isNull());
    String one = accounts.at("/0/Name").asText();
    String two = accounts.at("/1/Name").asText();
    assertTrue(one.compareToIgnoreCase(two) < 0, one + " before " + two);
    assertTrue(
        records("SELECT Industry FROM Account ORDER BY Industry").at("/0/Industry").isNull());
  }

  private JsonNode records(String soql) throws Exception {
    HttpResponse<String> reply = visitor.query(token, soql);
    assertEquals(200, reply.statusCode(), reply.body());
    return Visitor.json(reply).get("records");
  }

  private int count(String soql) throws Exception {
    HttpResponse<String> reply = visitor.query(token, soql);
    assertEquals(200, reply.statusCode(), reply.body());
    return Visitor.json(reply).get("totalSize").asInt();
  }

  private static List<String> names(JsonNode record) {
    List<String> names = new ArrayList<>();
    record.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
