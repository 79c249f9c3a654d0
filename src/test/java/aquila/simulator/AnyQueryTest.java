package aquila.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every query is answered or refused: 500 would be a bug. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnyQueryTest {
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "Account",
          List.of(
              "Id",
              "Name",
              "IsDeleted",
              "Industry",
              "AnnualRevenue",
              "NumberOfEmployees",
              "OwnerId",
              "Owner.Name",
              "Owner.Profile.UserLicense.Name",
              "CreatedDate"),
          "Contact",
          List.of("Id", "Name", "AccountId", "Account.Industry", "Account.Owner.Id", "Birthdate"),
          "EventLogFile",
          List.of("Id", "EventType", "LogDate", "LogFile", "LogFileLength", "Interval", "Sequence"),
          "User",
          List.of("Id", "Username", "Profile.Name", "LastLoginDate", "IsActive"),
          "UserPermissionAccess",
          List.of("Id", "PermissionsApiEnabled", "LastCacheUpdate"));

  private static final List<String> FUNCTIONS =
      List.of("COUNT", "COUNT_DISTINCT", "MIN", "MAX", "SUM", "AVG");

  private static final List<String> LITERALS =
      List.of(
          "'x'",
          "''",
          "'%\\_'",
          "'001000000000001'",
          "1",
          "-1.5e3",
          "true",
          "null",
          "TODAY",
          "LAST_N_DAYS:3",
          "LAST_N_DAYS:999999999",
          "2026-11-20",
          "2026-11-20T00:00:00Z",
          "9999-12-31T23:59:59+0100");

  private static final List<String> OPERATORS =
      List.of("=", "!=", "<>", "<", "<=", ">", ">=", "LIKE", "IN", "NOT IN");

  private static final List<String> OBJECTS = List.copyOf(new TreeSet<>(FIELDS.keySet()));

  private static final List<String> WORDS =
      List.of(
          "SELECT",
          "FROM",
          "WHERE",
          "AND",
          "OR",
          "NOT",
          "IN",
          "LIKE",
          "GROUP",
          "BY",
          "HAVING",
          "ORDER",
          "LIMIT",
          "OFFSET",
          "ALL",
          "ROWS",
          "NULLS",
          "LAST",
          "(",
          ")",
          ",",
          ":",
          "=",
          "<>",
          "COUNT",
          "COUNT()",
          "Account",
          "Contacts",
          "a.b",
          "'",
          "\\",
          ";",
          "7",
          "é");

  private final SplittableRandom random = new SplittableRandom(20261125);
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

  @Test
  void thatFollowsTheGrammar() throws Exception {
    int good = 0;
    for (int i = 0; i < 1000; i++) {
      good += answer(query(one(OBJECTS))) == 200 ? 1 : 0;
    }
    assertTrue(good > 250, good + " of them had an answer");
  }

  @Test
  void thatIsNone() throws Exception {
    for (int i = 0; i < 500; i++) {
      StringBuilder soup = new StringBuilder("SELECT Id FROM Account ");
      for (int left = random.nextInt(8); left > 0; left--) {
        List<String> words = List.of(one(WORDS), one(WORDS), field("Account"), one(LITERALS));
        soup.append(one(words)).append(' ');
      }
      answer(soup.substring(random.nextInt(3) == 0 ? random.nextInt(soup.length()) : 0));
    }
  }

  private int answer(String soql) throws Exception {
    HttpResponse<String> reply = visitor.query(token, soql);
    assertTrue(
        reply.statusCode() == 200 || reply.statusCode() == 400, () -> soql + "\n" + reply.body());
    return reply.statusCode();
  }

  private String query(String object) {
    StringBuilder query = new StringBuilder("SELECT " + expression(object));
    if (happens(4)) {
      query.append(", ").append(expression(object)).append(happens(3) ? " named" : "");
    }
    if (happens(8)) {
      query.append(", (SELECT ").append(expression("Contact")).append(" FROM Contacts LIMIT 2)");
    }
    query.append(" FROM ").append(object);
    if (happens(2)) {
      query.append(" WHERE ").append(condition(field(object)));
    }
    if (happens(4)) {
      query.append(" GROUP BY ").append(field(object));
    }
    if (happens(6)) {
      query.append(" HAVING ").append(condition(expression(object)));
    }
    if (happens(3)) {
      query.append(" ORDER BY ").append(expression(object)).append(happens(2) ? " DESC" : "");
    }
    return query.append(" LIMIT 3").toString();
  }

  private String condition(String left) {
    String operator = one(OPERATORS);
    String right = one(LITERALS);
    if (!operator.endsWith("IN")) {
      return left + " " + operator + " " + right;
    }
    String values = happens(3) ? "SELECT " + expression("User") + " FROM User" : right + ", null";
    return left + " " + operator + " (" + values + ")";
  }

  private String expression(String object) {
    return happens(3)
        ? one(FUNCTIONS) + "(" + (happens(8) ? "" : field(object)) + ")"
        : field(object);
  }

  /** A field of the object, or now and then of another one. */
  private String field(String object) {
    return one(FIELDS.getOrDefault(happens(20) ? one(OBJECTS) : object, List.of()));
  }

  private boolean happens(int onceIn) {
    return random.nextInt(onceIn) == 0;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
