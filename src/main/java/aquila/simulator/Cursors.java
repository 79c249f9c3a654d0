package aquila.simulator;

import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Results that do not fit on a page, kept for those who come back for the next one. */
final class Cursors {
  private static final Pattern LOCATOR = Pattern.compile("([0-9A-Za-z]{18})-([0-9]{1,9})");
  private static final Pattern BATCH = Pattern.compile("(?i)batchSize\\s*=\\s*([0-9]{1,6})");
  private static final int SMALLEST = 200;
  private static final int LARGEST = 2000;

  private final Org org;
  private final AtomicLong opened = new AtomicLong();
  private final Map<String, Cursor> open = new ConcurrentHashMap<>();

  private record Cursor(String locator, List<List<Row>> groups, RecordShape shape, int pageSize) {

    ObjectNode page(int from, RestApi.Call call) {
      int until = Math.min(groups.size(), from + pageSize);
      ArrayNode records = Json.array();
      groups.subList(from, until).forEach(group -> records.add(shape.record(group)));
      boolean done = until == groups.size();
      ObjectNode page = Json.object().put("totalSize", groups.size()).put("done", done);
      if (!done) {
        page.put("nextRecordsUrl", call.path("/query/" + locator + "-" + until));
      }
      page.set("records", records);
      return page;
    }
  }

  Cursors(Org org) {
    this.org = org;
  }

  /** The first page. */
  ObjectNode first(SoqlResult result, RecordShape shape, RestApi.Call call) {
    int pageSize = pageSize(call);
    boolean fits = result.groups().size() <= pageSize;
    String locator =
        fits ? "" : SalesforceId.of("0r8", org.setup().seed(), opened.incrementAndGet());
    Cursor cursor = new Cursor(locator, result.groups(), shape, pageSize);
    if (!fits) {
      open.put(locator, cursor);
    }
    return cursor.page(0, call);
  }

  /** A later page, by the end of its address. */
  ObjectNode next(String locatorAndOffset, RestApi.Call call) throws Refusal {
    Matcher matcher = LOCATOR.matcher(locatorAndOffset);
    Cursor cursor = matcher.matches() ? open.get(matcher.group(1)) : null;
    int from = cursor == null ? 0 : Integer.parseInt(matcher.group(2));
    if (cursor == null || from >= cursor.groups().size()) {
      throw new Refusal(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }
    return cursor.page(from, call);
  }

  private int pageSize(RestApi.Call call) {
    int usual = org.setup().conduct().pageSize();
    Matcher wish = BATCH.matcher(call.request().header("Sforce-Query-Options").orElse(""));
    if (!wish.find()) {
      return usual;
    }
    int wanted = Integer.parseInt(wish.group(1));
    return Math.min(usual, Math.max(SMALLEST, Math.min(LARGEST, wanted)));
  }
}
