package aquila.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * One call of the REST API.
 *
 * @param pathAndQuery the address on the org, below {@code /services/data/}
 * @param purpose what it is for, as an error names it: "the query", "the page of the query"
 * @param limit the most bytes that its answer may have
 */
public record ApiCall(String pathAndQuery, String purpose, int limit) {

  /** A page has at most 2,000 records; more than this is not one. */
  private static final int PAGE = 16 << 20;

  /** A SOQL query (REST API Developer Guide, "Query"). */
  public static ApiCall query(String version, String soql) {
    String encoded = URLEncoder.encode(soql, StandardCharsets.UTF_8).replace("+", "%20");
    return new ApiCall("/services/data/v" + version + "/query?q=" + encoded, "the query", PAGE);
  }

  /** The next page of a query, where the last one said it is. */
  static ApiCall page(String nextRecordsUrl) {
    return new ApiCall(nextRecordsUrl, "the next page of the query", PAGE);
  }
}
