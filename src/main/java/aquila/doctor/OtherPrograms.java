package aquila.doctor;

import aquila.failure.ExitCode;
import java.util.List;

/** What other programs show for the same cause: customers quote those. */
public final class OtherPrograms {
  private static final String FILEBEAT =
      "Filebeat shows for this only \"400 Bad Request\", without Salesforce's words";
  private static final String SF =
      "Salesforce's own sf tries five pairs of audience and login host for one sign-in and shows"
          + " the error of the last pair, which may be another one than this; each pair leaves a"
          + " line in Login History";

  private OtherPrograms() {}

  /** One sentence for each program; none where it is not known what they show. */
  public static List<String> of(Finding finding) {
    boolean isRefusal =
        finding.status() == Status.FAIL && finding.verdict().exit() == ExitCode.TOKEN_REFUSED;
    String found = String.valueOf(finding.place().found());
    if (!isRefusal || !found.endsWith(")")) {
      return List.of();
    }
    return found.endsWith("(HTTP 400)") ? List.of(FILEBEAT, SF) : List.of(SF);
  }
}
