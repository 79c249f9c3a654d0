package aquila.doctor;

import aquila.failure.ApiRefused;
import aquila.failure.Cause;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.failure.NetworkFailure;
import aquila.failure.NetworkFailure.Kind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One small download, the last step of all: rows D2 to D7. */
final class DownloadFindings {
  private static final String ID = "logs.download";
  private static final String TITLE = "one download";

  /** More is not worth a check. */
  private static final int SMALL = 1 << 20;

  static final Verdict GONE =
      Verdict.fail(
          "logs.gone",
          "D2",
          ExitCode.API_REFUSED,
          "a file that is offered is not there",
          Advice.by(
              Who.HERE,
              "run it again: the file may have passed its retention, or have been made anew, since"
                  + " it was listed"));
  static final Verdict CUT =
      Verdict.fail(
          "logs.download-cut",
          "D3",
          ExitCode.NETWORK,
          "a download breaks off",
          Advice.by(
                  Who.NETWORK,
                  "look whether a proxy or firewall cuts long transfers; event log files may have"
                      + " more than 100 MB")
              .or("the transfer is slow rather than cut", "raise read-timeout"));
  static final Verdict SERVER =
      Verdict.fail(
          "logs.download-fails",
          "D7",
          ExitCode.API_REFUSED,
          "a download ends in an error of the server",
          Advice.by(Who.HERE, "it was tried several times; " + SetupHint.STATUS_PAGE));
  static final Verdict UNREADABLE =
      Verdict.fail(
          "logs.not-taken",
          "D6",
          ExitCode.STORE,
          "a download could not be taken",
          Advice.by(Who.HERE, "run it again with --debug, and report it"));

  private DownloadFindings() {}

  static List<Verdict> verdicts() {
    return List.of(GONE, CUT, SERVER, UNREADABLE);
  }

  static Check<Visit> check() {
    return new Check<>(ID, TITLE, List.of(LogFindings.VISIBLE), DownloadFindings::of);
  }

  private static List<Finding> of(Visit visit) {
    Optional<ObjectNode> file = visit.logs().smallest();
    if (file.isEmpty() || LogOffer.length(file.get()) > SMALL) {
      String reason = file.isEmpty() ? "there is no file yet" : "no file is small enough for a try";
      return List.of(Finding.skip(ID, TITLE, Place.none(), reason));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      visit
          .org()
          .download(
              file.get().path("LogFile").asText(),
              "the download",
              () -> {
                bytes.reset();
                return bytes;
              });
    } catch (Failure e) {
      return List.of(undelivered(visit, e));
    } catch (IOException e) {
      return List.of(Finding.of(UNREADABLE, Place.none(), String.valueOf(e.getMessage())));
    }
    String found = file.get().path("EventType").asText() + ", " + bytes.size() + " bytes";
    return List.of(Finding.pass(ID, TITLE, Place.seen(found), null));
  }

  /** The query before it was answered, so what is refused here is about this file. */
  private static Finding undelivered(Visit visit, Failure failure) {
    Finding usual = RefusalFindings.of(visit, failure);
    Cause words = failure.words();
    Integer status = words == null ? null : words.status();
    if (failure instanceof NetworkFailure network
        && Set.of(Kind.LOST, Kind.SILENT).contains(network.kind())) {
      return Finding.of(CUT, usual.place(), null);
    }
    if (!(failure instanceof ApiRefused) || status == null) {
      return usual;
    }
    if (status == 404) {
      return Finding.of(GONE, usual.place(), failure.fact());
    }
    return status == 500 ? Finding.of(SERVER, usual.place(), failure.fact()) : usual;
  }
}
