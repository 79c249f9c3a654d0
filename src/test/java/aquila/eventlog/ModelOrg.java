package aquila.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An org that changes its mind: files appear late, with equal CreatedDates, are listed in any order
 * and more than once, are made anew in place, have a listed length that is wrong; and answers go
 * astray.
 */
final class ModelOrg {
  private static final Pattern CONDITION =
      Pattern.compile(
          "(CreatedDate|LogDate) (>=|<) ([0-9TZ:.-]+)|(Interval|EventType) IN \\(([^)]*)\\)");

  private final Random random;
  private final Map<String, List<Revision>> files = new TreeMap<>();
  private final Map<Integer, List<EventLogFile>> pages = new HashMap<>();
  private final Map<String, Integer> delivered = new TreeMap<>();
  private final Map<String, Integer> halves = new HashMap<>();
  private int number;

  /** Of ten downloads, how many go wrong. */
  int faults;

  ModelOrg(long seed) {
    random = new Random(seed);
  }

  /** What the org holds under an Id at a time. */
  record Revision(EventLogFile file, String text) {

    /** Whether its listed length is wrong. */
    boolean isOdd() {
      return file.length() != text.length();
    }

    String key() {
      return file.id() + " " + file.createdDate() + " " + file.length();
    }
  }

  /** Some hours pass. */
  synchronized void change(Instant now) {
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    List<String> before = List.copyOf(files.keySet());
    for (int i = random.nextInt(6); i > 0; i--) {
      // Most at the same second; some claim to be older than others that were seen before.
      Duration age =
          random.nextInt(3) > 0 ? Duration.ZERO : Duration.ofMinutes(random.nextInt(20 * 60));
      add(Samples.id(++number), second.minus(age));
    }
    for (String id : before) {
      if (random.nextInt(10) == 0) {
        put(newest(id).file(), second, 1 + files.get(id).size());
      }
    }
  }

  private void add(String id, Instant created) {
    boolean isHourly = random.nextBoolean();
    Instant hour = created.minus(Duration.ofHours(4)).truncatedTo(ChronoUnit.HOURS);
    EventLogFile file =
        new EventLogFile(
            id,
            random.nextBoolean() ? "Login" : "RestApi",
            isHourly ? Interval.HOURLY : Interval.DAILY,
            isHourly ? hour : hour.truncatedTo(ChronoUnit.DAYS),
            created,
            isHourly ? 1 : 0,
            0,
            "/services/data/v60.0/sobjects/EventLogFile/" + id + "/LogFile",
            List.of(),
            List.of());
    put(file, created, 1);
  }

  private void put(EventLogFile file, Instant created, int revision) {
    String text =
        "\"EVENT_TYPE\"\n\"" + file.id() + " " + revision + "\"\n" + "x".repeat(random.nextInt(9));
    long length = text.length() + (random.nextInt(8) == 0 ? 5L : 0L);
    EventLogFile anew =
        new EventLogFile(
            file.id(),
            file.eventType(),
            file.interval(),
            file.logDate(),
            created,
            file.sequence(),
            length,
            file.path(),
            List.of(),
            List.of());
    files.computeIfAbsent(file.id(), id -> new ArrayList<>()).add(new Revision(anew, text));
  }

  private Revision newest(String id) {
    List<Revision> revisions = files.get(id);
    return revisions.get(revisions.size() - 1);
  }

  /** The newest revision of each file that a selection asks for. */
  synchronized List<Revision> truth(Selection selection) {
    return files.keySet().stream()
        .map(this::newest)
        .filter(revision -> selection.wants(revision.file()))
        .toList();
  }

  /** How often each revision whose listed length is right went out whole. */
  synchronized Map<String, Integer> delivered() {
    Map<String, Integer> counts = new TreeMap<>();
    files.values().stream()
        .flatMap(List::stream)
        .filter(revision -> !revision.isOdd())
        .forEach(revision -> counts.put(revision.key(), delivered.getOrDefault(revision.key(), 0)));
    return counts;
  }

  /** A listing, or another page of it. */
  synchronized RawOrg.Answer listing(RawOrg.Asked asked) {
    int rest = asked.path().lastIndexOf("/query/");
    if (rest > 0) {
      int cursor = Integer.parseInt(asked.path().substring(rest + "/query/".length()));
      return page(pages.remove(cursor));
    }
    Predicate<EventLogFile> wanted = condition(asked.soql());
    List<EventLogFile> listed = new ArrayList<>();
    for (List<Revision> revisions : files.values()) {
      EventLogFile newest = revisions.get(revisions.size() - 1).file();
      if (wanted.test(newest)) {
        listed.add(newest);
        for (int copies = random.nextInt(6) == 0 ? 1 : 0; copies > 0; copies--) {
          // A page may be older than the one before.
          listed.add(revisions.get(random.nextInt(revisions.size())).file());
        }
      }
    }
    Collections.shuffle(listed, random);
    return page(listed);
  }

  private RawOrg.Answer page(List<EventLogFile> listed) {
    int size = Math.min(listed.size(), 1 + random.nextInt(7));
    ArrayNode records = Json.array();
    listed.subList(0, size).forEach(file -> records.add(FetchBench.record(file)));
    String more = "\"done\":true";
    if (size < listed.size()) {
      int cursor = random.nextInt(Integer.MAX_VALUE);
      pages.put(cursor, listed.subList(size, listed.size()));
      more = "\"done\":false,\"nextRecordsUrl\":\"/services/data/v60.0/query/" + cursor + "\"";
    }
    return RawReply.json(200, "{" + more + ",\"records\":" + Json.write(records) + "}");
  }

  private static Predicate<EventLogFile> condition(String soql) {
    Predicate<EventLogFile> all = file -> true;
    Matcher matcher = CONDITION.matcher(soql);
    while (matcher.find()) {
      all = all.and(condition(matcher));
    }
    return all;
  }

  private static Predicate<EventLogFile> condition(Matcher matcher) {
    String list = matcher.group(5);
    if ("Interval".equals(matcher.group(4))) {
      return file -> list.contains("'" + file.interval().word() + "'");
    }
    if ("EventType".equals(matcher.group(4))) {
      return file -> list.contains("'" + file.eventType() + "'");
    }
    boolean isCreated = matcher.group(1).equals("CreatedDate");
    boolean isFrom = matcher.group(2).equals(">=");
    Instant border = Instant.parse(matcher.group(3));
    return file -> isFrom != (isCreated ? file.createdDate() : file.logDate()).isBefore(border);
  }

  /** A file, or what is left of it on the way. */
  synchronized RawOrg.Answer file(RawOrg.Asked asked) {
    String[] parts = asked.path().split("/", -1);
    Revision revision = newest(parts[parts.length - 2]);
    byte[] body = revision.text().getBytes(UTF_8);
    RawReply.Framing framing =
        random.nextBoolean() ? RawReply.Framing.LENGTH : RawReply.Framing.CHUNKED;
    byte[] whole = RawReply.csv(body, framing, random.nextBoolean());
    if (random.nextInt(10) < faults) {
      return switch (random.nextInt(6)) {
        case 0 -> RawReply.NOT_FOUND;
        case 1 -> RawReply.OUT_OF_ORDER;
        case 2 -> RawReply.RESET;
        case 3 -> RawReply.cut(whole, random.nextInt(whole.length));
        case 4 -> RawReply.SESSION_OVER;
        default -> half(revision, whole);
      };
    }
    delivered.merge(revision.key(), 1, Integer::sum);
    return RawOrg.raw(whole);
  }

  /** The transfer is complete, and the file is not: half written, but not for ever. */
  private RawOrg.Answer half(Revision revision, byte[] whole) {
    if (halves.merge(revision.key(), 1, Integer::sum) > 2) {
      return RawReply.cut(whole, whole.length - 1);
    }
    String text = revision.text();
    return RawReply.csv(text.substring(0, text.length() / 2).getBytes(UTF_8));
  }
}
