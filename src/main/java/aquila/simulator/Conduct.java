package aquila.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the org behaves, beyond who is in it. {@link #NORMAL} is a production org on a good day.
 *
 * @param sandbox whether it is a sandbox, which has another login host
 * @param takesOwnUrl whether an audience may name the org itself, beside the login host
 * @param longestAssertion how far ahead an expiry may lie, or null for no limit, as the real one
 *     seems to have none
 * @param instanceUrl what a token's reply names as the org, or null for the truth
 * @param identityUrl what the {@code id} of a token's reply begins with, or null for the org's URL
 * @param newestVersion the newest API version, for example 67
 * @param callsLeft REST calls that are left of this day's 15,000
 * @param pageSize records on a page, unless the client asks for fewer
 * @param cannedReplies the first one for a request's place is given
 * @param faults what goes wrong with REST replies, one after the other
 */
public record Conduct(
    boolean sandbox,
    boolean takesOwnUrl,
    @Nullable Duration longestAssertion,
    @Nullable URI instanceUrl,
    @Nullable URI identityUrl,
    int newestVersion,
    int callsLeft,
    int pageSize,
    List<CannedReply> cannedReplies,
    List<Fault> faults) {

  /** A production org on a good day. */
  public static final Conduct NORMAL =
      new Conduct(false, true, null, null, null, 67, 15_000, 2000, List.of(), List.of());

  public Conduct {
    cannedReplies = List.copyOf(cannedReplies);
    faults = List.copyOf(faults);
  }

  /** Production or sandbox. */
  public Conduct withSandbox(boolean other) {
    return new Conduct(
        other,
        takesOwnUrl,
        longestAssertion,
        instanceUrl,
        identityUrl,
        newestVersion,
        callsLeft,
        pageSize,
        cannedReplies,
        faults);
  }

  /** Whether an audience may name the org itself. */
  public Conduct withTakesOwnUrl(boolean other) {
    return new Conduct(
        sandbox,
        other,
        longestAssertion,
        instanceUrl,
        identityUrl,
        newestVersion,
        callsLeft,
        pageSize,
        cannedReplies,
        faults);
  }

  /** How far ahead an expiry may lie. */
  public Conduct withLongestAssertion(Duration other) {
    return new Conduct(
        sandbox,
        takesOwnUrl,
        other,
        instanceUrl,
        identityUrl,
        newestVersion,
        callsLeft,
        pageSize,
        cannedReplies,
        faults);
  }

  /** What a token's reply names as the org. */
  public Conduct withInstanceUrl(URI other) {
    return new Conduct(
        sandbox,
        takesOwnUrl,
        longestAssertion,
        other,
        identityUrl,
        newestVersion,
        callsLeft,
        pageSize,
        cannedReplies,
        faults);
  }

  /** What a token's {@code id} begins with. */
  public Conduct withIdentityUrl(URI other) {
    return new Conduct(
        sandbox,
        takesOwnUrl,
        longestAssertion,
        instanceUrl,
        other,
        newestVersion,
        callsLeft,
        pageSize,
        cannedReplies,
        faults);
  }

  /** The newest API version. */
  public Conduct withNewestVersion(int other) {
    return new Conduct(
        sandbox,
        takesOwnUrl,
        longestAssertion,
        instanceUrl,
        identityUrl,
        other,
        callsLeft,
        pageSize,
        cannedReplies,
        faults);
  }

  /** REST calls left. */
  public Conduct withCallsLeft(int other) {
    return new Conduct(
        sandbox,
        takesOwnUrl,
        longestAssertion,
        instanceUrl,
        identityUrl,
        newestVersion,
        other,
        pageSize,
        cannedReplies,
        faults);
  }

  /** Records on a page, for tests that want many pages. */
  public Conduct withPageSize(int other) {
    return new Conduct(
        sandbox,
        takesOwnUrl,
        longestAssertion,
        instanceUrl,
        identityUrl,
        newestVersion,
        callsLeft,
        other,
        cannedReplies,
        faults);
  }

  /** One more canned reply, after those before it. */
  public Conduct and(CannedReply last) {
    List<CannedReply> more = new ArrayList<>(cannedReplies);
    more.add(last);
    return new Conduct(
        sandbox,
        takesOwnUrl,
        longestAssertion,
        instanceUrl,
        identityUrl,
        newestVersion,
        callsLeft,
        pageSize,
        more,
        faults);
  }

  /** One more fault, after those before it. */
  public Conduct and(Fault last) {
    List<Fault> more = new ArrayList<>(faults);
    more.add(last);
    return new Conduct(
        sandbox,
        takesOwnUrl,
        longestAssertion,
        instanceUrl,
        identityUrl,
        newestVersion,
        callsLeft,
        pageSize,
        cannedReplies,
        more);
  }
}
