package aquila.cli;

import aquila.eventlog.FetchReport;
import aquila.failure.ExitCode;
import aquila.failure.StoreFailure;
import aquila.file.AtomicFile;
import aquila.file.DiskTrouble;
import aquila.file.SmallFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gauges of the last run in the text format of Prometheus, for the textfile collector of
 * node_exporter. The file is replaced as a whole, so that no scrape sees a part.
 *
 * @param path where it is
 */
record MetricsFile(Path path) {
  private static final String SUCCESS = "aquila_last_success_timestamp_seconds";
  private static final int LONGEST = 1 << 20;
  private static final Pattern OLD =
      Pattern.compile(SUCCESS + "\\{org=\"((?:[^\"\\\\]|\\\\.)*)\"} ([0-9]{1,18})\n");

  /** Writes the gauges of a run; where an org failed, the time of its last success stays. */
  void write(List<FetchRun.Result> results, Instant now) throws StoreFailure {
    Map<String, String> before = lastSuccesses();
    List<Gauge> gauges = gauges();
    for (FetchRun.Result result : results) {
      for (Gauge gauge : gauges) {
        gauge.add(result, now, before);
      }
    }
    StringBuilder text = new StringBuilder();
    gauges.forEach(gauge -> text.append(gauge.text()));
    try {
      AtomicFile.replaceShared(path, text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new StoreFailure(
          "the metrics file " + path + " cannot be written: " + DiskTrouble.writing(e));
    }
  }

  private Map<String, String> lastSuccesses() {
    Map<String, String> times = new HashMap<>();
    try {
      String text = new String(SmallFile.read(path, LONGEST), StandardCharsets.UTF_8);
      Matcher lines = OLD.matcher(text);
      while (lines.find()) {
        times.put(lines.group(1), lines.group(2));
      }
    } catch (IOException e) {
      // The first run, or a file that somebody removed.
      return times;
    }
    return times;
  }

  private static List<Gauge> gauges() {
    return List.of(
        new Gauge(
            SUCCESS,
            "When a run last ended with all that was wanted stored.",
            (result, now, before) ->
                result.code() == ExitCode.OK
                    ? Long.toString(now.getEpochSecond())
                    : before.get(label(result))),
        Gauge.of("aquila_stored_files", "Files stored by the last run.", FetchReport::stored),
        Gauge.of("aquila_stored_bytes", "Bytes stored by the last run.", FetchReport::bytes),
        Gauge.of(
            "aquila_failed_files",
            "Files wanted by the last run and not stored.",
            FetchReport::failed),
        Gauge.of(
            "aquila_api_used",
            "API calls of the org in 24 hours.",
            report -> report.usage() == null ? null : report.usage().used()),
        Gauge.of(
            "aquila_api_limit",
            "API calls the org may make in 24 hours.",
            report -> report.usage() == null ? null : report.usage().limit()),
        new Gauge(
            "aquila_newest_log_age_seconds",
            "Age of the newest day or hour that is stored.",
            (result, now, before) -> age(result.report(), now)));
  }

  private static @Nullable String age(@Nullable FetchReport report, Instant now) {
    return report == null || report.newestLogDate() == null
        ? null
        : Long.toString(Duration.between(report.newestLogDate(), now).toSeconds());
  }

  private static String label(FetchRun.Result result) {
    return result.org().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  /** The value of a gauge for one org, or null if there is none. */
  @FunctionalInterface
  private interface Value {
    @Nullable String of(FetchRun.Result result, Instant now, Map<String, String> before);
  }

  /** A number of a report, or null if it does not know it. */
  @FunctionalInterface
  private interface Count {
    @Nullable Long of(FetchReport report);
  }

  private static final class Gauge {
    private final String name;
    private final String help;
    private final Value value;
    private final List<String> lines = new ArrayList<>();

    Gauge(String name, String help, Value value) {
      this.name = name;
      this.help = help;
      this.value = value;
    }

    static Gauge of(String name, String help, Count count) {
      return new Gauge(
          name,
          help,
          (result, now, before) -> {
            Long number = result.report() == null ? null : count.of(result.report());
            return number == null ? null : number.toString();
          });
    }

    void add(FetchRun.Result result, Instant now, Map<String, String> before) {
      String number = value.of(result, now, before);
      if (number != null) {
        lines.add(name + "{org=\"" + label(result) + "\"} " + number);
      }
    }

    String text() {
      return lines.isEmpty()
          ? ""
          : "# HELP "
              + name
              + " "
              + help
              + "\n# TYPE "
              + name
              + " gauge\n"
              + String.join("\n", lines)
              + "\n";
    }
  }
}
