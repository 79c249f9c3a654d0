package aquila.cli;

import aquila.eventlog.EventTypes;
import aquila.simulator.Fault;
import aquila.simulator.Scenario;
import aquila.simulator.Scenarios;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What may stand for a value: words, or one of the kinds that a shell can find by itself. */
final class CompletedValue {
  static final String ANY = "@any";
  static final String FILE = "@file";
  static final String DIRECTORY = "@directory";
  static final String ORGS = "@orgs";

  /** Before words of which several may stand, with commas between them. */
  static final String LIST = "@list ";

  private static final Set<String> FILES =
      Set.of("--config", "--key-path", "--key-passphrase-file", "--ca-file");

  private CompletedValue() {}

  static String of(ArgSpec arg) {
    if (arg.type().isEnum()) {
      return UsageText.choices(arg.type(), " ");
    }
    if (arg.paramLabel().equals("DIR")) {
      return DIRECTORY;
    }
    if (arg.type() == Path.class || arg.paramLabel().equals("FILE")) {
      return FILE;
    }
    return arg instanceof OptionSpec option ? named(option.longestName()) : ANY;
  }

  private static String named(String option) {
    if (FILES.contains(option)) {
      return FILE;
    }
    return switch (option) {
      case "--org" -> ORGS;
      case "--token-cache" -> "off on";
      case "--bits" -> "2048 3072 4096";
      case "--type", "--types" -> LIST + String.join(" ", EventTypes.KNOWN);
      case "--scenario" -> String.join(" ", scenarios());
      case "--fault" -> faults();
      default -> ANY;
    };
  }

  private static String faults() {
    return Stream.of(Fault.Kind.values()).map(Fault.Kind::word).collect(Collectors.joining(" "));
  }

  private static List<String> scenarios() {
    return Stream.concat(Stream.of("list"), Scenarios.all().stream().map(Scenario::id)).toList();
  }
}
