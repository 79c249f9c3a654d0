package aquila.eventlog;

import aquila.failure.Failure;
import aquila.rest.Org;
import aquila.world.Deadline;
import aquila.world.World;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run: lists what is new, plans, downloads several files at once, and remembers how far it has
 * come.
 */
public final class Fetch {
  private final Org org;
  private final String apiVersion;
  private final Store store;
  private final FetchOptions options;
  private final World world;
  private final Deadline deadline;
  private final FetchObserver observer;
  private volatile @Nullable Supplier<FetchReport> soFar;

  /** A run that has not begun. Nothing is asked of the org before {@link #run}. */
  public Fetch(
      Org org,
      String apiVersion,
      Store store,
      FetchOptions options,
      World world,
      Deadline deadline,
      FetchObserver observer) {
    this.org = org;
    this.apiVersion = apiVersion;
    this.store = store;
    this.options = options;
    this.world = world;
    this.deadline = deadline;
    this.observer = observer;
  }

  /**
   * Stores what is not stored yet.
   *
   * @param directory of the store, as paths shall begin with it
   * @throws Failure if there was no listing, or the store cannot be read; everything later is in
   *     the report
   */
  public FetchReport run(Selection selection, String directory) throws Failure {
    Instant now = world.clock().instant();
    ResumePoints resume = store.resume();
    boolean asksForIntervals = resume.hasIntervals(now);
    Listing listing = new Listing(org, apiVersion, asksForIntervals, false);
    Listing.Found found =
        listing.all(
            selection, resume.from(asksForIntervals ? selection : selection.withoutHourly()));
    resume.setHasIntervals(listing.hasIntervals(), now);
    Set<String> ids =
        found.files().stream().map(EventLogFile::id).collect(Collectors.toUnmodifiableSet());
    // Without a wish to wait, the clock of this machine has no say.
    Instant settled = options.settle().isZero() ? Instant.MAX : now.minus(options.settle());
    Plan plan = Plan.of(found.files(), store.known(ids), settled);
    observer.planned(
        plan.wanted().size(),
        plan.wanted().stream().mapToLong(item -> Math.max(0, item.file().length())).sum());
    StopSign stop = new StopSign(org, options.reserve(), deadline);
    Outcomes outcomes = new Outcomes(store, stop, directory, observer);
    soFar = () -> report(found, plan, outcomes.soFar(plan.wanted()), null);
    new Downloads(org, store, options, stop, outcomes, observer).run(plan.wanted());
    // Hourly files that an org begins to make are a backlog of their own.
    Selection done = listing.hasIntervals() ? selection : selection.withoutHourly();
    List<FetchedFile> ended = outcomes.ended();
    Failure local = advance(done, upTo(found, plan, outcomes, now), outcomes);
    return report(found, plan, ended, local);
  }

  /**
   * What a run that is going on would report if it ended now; empty before it has a listing. For
   * another thread, when the process is interrupted.
   */
  public Optional<FetchReport> soFar() {
    return Optional.ofNullable(soFar).map(Supplier::get);
  }

  private FetchReport report(
      Listing.Found found, Plan plan, List<FetchedFile> ended, @Nullable Failure local) {
    List<FetchedFile> touched =
        ended.stream().filter(file -> file.isStored() || file.isFailed()).toList();
    return new FetchReport(
        (int) found.files().stream().map(EventLogFile::id).distinct().count()
            + found.strange().size(),
        plan.already() + ended.size() - touched.size(),
        plan.waiting().size(),
        touched,
        found.strange(),
        local,
        org.usage().orElse(null),
        store.resume().newestLogDate());
  }

  /** Never past a file that is still to come, nor past this moment; empty if that is unknown. */
  private static Optional<Instant> upTo(
      Listing.Found found, Plan plan, Outcomes outcomes, Instant now) {
    if (!found.strange().isEmpty()) {
      return Optional.empty();
    }
    Stream<EventLogFile> open =
        Stream.concat(plan.waiting().stream(), outcomes.unfinished().stream());
    Optional<Instant> first = open.map(EventLogFile::createdDate).min(Instant::compareTo);
    Optional<Instant> last =
        found.files().stream().map(EventLogFile::createdDate).max(Instant::compareTo);
    return first.or(() -> last).map(created -> created.isAfter(now) ? now : created);
  }

  private @Nullable Failure advance(
      Selection selection, Optional<Instant> upTo, Outcomes outcomes) {
    if (outcomes.local() != null) {
      return outcomes.local();
    }
    outcomes.ended().stream()
        .filter(FetchedFile::isStored)
        .forEach(file -> store.resume().stored(file.file().logDate()));
    if (store.isInterrupted()) {
      return null;
    }
    try {
      store.advance(selection, upTo);
      return null;
    } catch (IOException e) {
      return store.refused(e);
    }
  }
}
