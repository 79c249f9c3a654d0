package aquila.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Makes the org's records. The same seed and the same day make the same records. */
final class Records {
  private static final int ACCOUNTS = 120;

  /** More than fit on the largest page. */
  private static final int CONTACTS = 2500;

  private static final List<String> FIRST =
      List.of("Ada", "Björn", "Chiara", "Dmitri", "Elif", "Fatou", "Grace", "Hiro", "Inés", "Jun");
  private static final List<String> LAST =
      List.of("Ito", "Jensen", "Kaya", "Lopez", "Müller", "Novak", "O'Hara", "Petrov", "Quist");
  private static final List<String> INDUSTRY =
      List.of("Agriculture", "Banking", "Energy", "Healthcare", "Technology");

  private final Org org;
  private final long seed;
  private final Instant founded;
  private final SetupRecords setup;
  private final EventLogRecords eventLogs;

  Records(Org org) {
    this.org = org;
    this.seed = org.setup().seed();
    this.founded =
        org.setup().clock().instant().truncatedTo(ChronoUnit.DAYS).minus(400, ChronoUnit.DAYS);
    this.setup = new SetupRecords(org, founded);
    this.eventLogs = new EventLogRecords(org);
  }

  /** All records of a kind; none of a kind that has none. */
  List<Row> of(String entity) {
    return switch (entity) {
      case "Organization" -> List.of(setup.organization());
      case "User" -> setup.users();
      case "Profile" -> setup.profiles();
      case "UserLicense" -> setup.licenses();
      case "PermissionSet" -> List.of(setup.permissionSet());
      case "PermissionSetAssignment" -> setup.permissionSetAssignments();
      case "EventLogFile" -> eventLogs.rows();
      case "Account" -> many(ACCOUNTS, this::account);
      case "Contact" -> many(CONTACTS, this::contact);
      default -> List.of();
    };
  }

  /** Whether the records of a kind are others at another time. */
  static boolean change(String entity) {
    return entity.equals("EventLogFile");
  }

  boolean hasIntervals() {
    return org.setup().eventLogs().hasIntervals();
  }

  /** Somebody has read the long field of a record. */
  void downloaded(Row row) {
    if (change(row.entity())) {
      eventLogs.downloaded(row.id());
    }
  }

  /** The one kind of which every user has records of their own. */
  List<Row> permissionAccess(OrgUser user) {
    return setup.permissionAccess(user);
  }

  private static List<Row> many(int count, IntFunction<Row> row) {
    return IntStream.range(0, count).mapToObj(row).toList();
  }

  private Row account(int number) {
    SplittableRandom random = random("Account", number);
    return Row.of("Account", id("001", number))
        .set("IsDeleted", false)
        .set("Name", pick(LAST, random) + " & " + pick(LAST, random) + " " + (number + 1))
        .set("Industry", random.nextInt(8) == 0 ? null : pick(INDUSTRY, random))
        .set("AnnualRevenue", random.nextInt(8) == 0 ? null : random.nextInt(1, 5000) * 10_000.0)
        .set("NumberOfEmployees", random.nextInt(1, 10_000))
        .set("Website", "https://account" + (number + 1) + ".example")
        .set("OwnerId", owner())
        .set("CreatedDate", founded.plus(number, ChronoUnit.HOURS))
        .row();
  }

  private Row contact(int number) {
    SplittableRandom random = random("Contact", number);
    String first = pick(FIRST, random);
    String last = pick(LAST, random);
    LocalDate birth = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(18_000));
    return Row.of("Contact", id("003", number))
        .set("IsDeleted", false)
        .set("AccountId", random.nextInt(20) == 0 ? null : id("001", random.nextInt(ACCOUNTS)))
        .set("FirstName", first)
        .set("LastName", last)
        .set("Name", first + " " + last)
        .set("Email", "contact" + (number + 1) + "@aquila.test")
        .set("Birthdate", random.nextInt(3) == 0 ? null : birth)
        .set("OwnerId", owner())
        .set("CreatedDate", founded.plus(number, ChronoUnit.MINUTES))
        .row();
  }

  private String owner() {
    return org.userId(org.setup().users().get(0));
  }

  private String id(String prefix, int number) {
    return SalesforceId.of(prefix, seed, number + 1L);
  }

  private SplittableRandom random(String entity, int number) {
    return new SplittableRandom(seed * 1_000_003 + entity.hashCode() * 31L + number);
  }

  private static String pick(List<String> words, SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
  }
}
