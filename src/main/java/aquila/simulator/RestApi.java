package aquila.simulator;

import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** {@code /services/data}: who may call at all, and which resource answers. */
final class RestApi {
  private static final Pattern VERSIONED =
      Pattern.compile("/services/data/v([0-9]{1,3})\\.0(/.*)?");

  /** The oldest version that is still served. */
  private static final int OLDEST = 31;

  private static final int CALLS_A_DAY = 15_000;

  private static final long LONGEST_COMPRESSED = 1 << 20;

  private final Org org;
  private final FaultQueue faults;
  private final Resources resources;
  private final AtomicInteger callsLeft;

  RestApi(Org org) {
    this.org = org;
    this.faults = new FaultQueue(org);
    this.resources = new Resources(org);
    this.callsLeft = new AtomicInteger(org.setup().conduct().callsLeft());
  }

  Reply answer(Request request) {
    if (request.path().matches("/services/data/?")) {
      return compressed(request, Reply.json(200, versions()));
    }
    Reply reply;
    try {
      Session session = authenticate(request);
      Reply good = serve(request, session);
      reply = faults.next().map(fault -> faults.afflict(fault, good)).orElse(good);
    } catch (Refusal e) {
      reply = e.reply();
    }
    int used = CALLS_A_DAY - callsLeft.get();
    return compressed(request, reply)
        .with("Sforce-Limit-Info", "api-usage=" + used + "/" + CALLS_A_DAY);
  }

  private Reply serve(Request request, Session session) throws Refusal {
    if (callsLeft.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
      throw limitExceeded();
    }
    Matcher path = VERSIONED.matcher(request.path());
    if (!path.matches()) {
      throw Refusal.notFound();
    }
    int version = Integer.parseInt(path.group(1));
    if (version < OLDEST || version > org.setup().conduct().newestVersion()) {
      throw Refusal.notFound();
    }
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      throw new Refusal(
          405,
          "METHOD_NOT_ALLOWED",
          "HTTP Method '" + request.method() + "' not allowed. Allowed are HEAD,GET");
    }
    String resource = path.group(2) == null ? "" : path.group(2).replaceAll("^/+|/+$", "");
    Call call = new Call(request, session, version, callsLeft.get());
    return resources.answer(call, resource);
  }

  private Session authenticate(Request request) throws Refusal {
    String header = request.header("Authorization").orElse(null);
    if (header != null && !header.matches("(?i)(Bearer|OAuth) \\S+")) {
      throw new Refusal(401, "INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE");
    }
    Optional<Session> session =
        header == null
            ? Optional.empty()
            : org.sessions().find(header.substring(header.indexOf(' ') + 1));
    if (session.isEmpty()) {
      throw sessionOver();
    }
    if (!session.get().hasScope("api")) {
      throw new Refusal(
          401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API");
    }
    if (!session.get().user().may(OrgUser.Permission.API_ENABLED)) {
      throw new Refusal(
          403, "API_DISABLED_FOR_ORG", "The REST API is not enabled for this Organization.");
    }
    return session.get();
  }

  static Refusal sessionOver() {
    return new Refusal(401, "INVALID_SESSION_ID", "Session expired or invalid");
  }

  static Refusal limitExceeded() {
    return new Refusal(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
  }

  private ArrayNode versions() {
    String[] seasons = {"Spring", "Summer", "Winter"};
    ArrayNode versions = Json.array();
    for (int version = OLDEST; version <= org.setup().conduct().newestVersion(); version++) {
      // Version 60 was Spring '24; three releases make a year, and winter belongs to the next.
      String season = seasons[Math.floorMod(version - 60, 3)];
      int year = 24 + Math.floorDiv(version - 59, 3);
      versions.add(
          Json.object()
              .put("label", season + " '" + year)
              .put("url", "/services/data/v" + version + ".0")
              .put("version", version + ".0"));
    }
    return versions;
  }

  /** Compressed, if the client asked for it, and it is not worth more than the way is long. */
  private static Reply compressed(Request request, Reply reply) {
    long length = reply.body().length();
    if (length > LONGEST_COMPRESSED
        || !request.header("Accept-Encoding").orElse("").contains("gzip")) {
      return reply;
    }
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
      reply.body().writeTo(gzip, length);
    } catch (IOException e) {
      throw new UncheckedIOException("a ByteArrayOutputStream does not fail", e);
    }
    return new Reply(
            reply.status(), reply.headers(), Reply.Body.of(small.toByteArray()), reply.fate())
        .with("Content-Encoding", "gzip");
  }

  /**
   * One call that may go on.
   *
   * @param request what was asked
   * @param session who asks
   * @param version of which API version, for example 60
   * @param callsLeft how many more may follow today
   */
  record Call(Request request, Session session, int version, int callsLeft) {

    /** The path of a resource in the version that was asked for. */
    String path(String resource) {
      return "/services/data/v" + version + ".0" + resource;
    }

    OrgUser user() {
      return session.user();
    }

    ObjectNode limits() {
      ObjectNode limits = Json.object();
      limits.set(
          "DailyApiRequests", Json.object().put("Max", CALLS_A_DAY).put("Remaining", callsLeft));
      return limits;
    }
  }
}
