package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a run asks of the disk, in which order, as the kernel sees it: a power cut shows the
 * difference, and no test can make one. Needs strace, and is left out where there is none.
 */
@EnabledOnOs(OS.LINUX)
class WriteOrderIT {
  private static final String CALLS =
      "trace=write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,mkdir,mkdirat"
          + ",unlink,unlinkat";

  /** {@code 4711 fsync(23</a/b>) = 0}, {@code 4711 rename("/a", "/b") = 0}, and cut in two. */
  private static final Pattern CALL =
      Pattern.compile("[0-9]+ +([a-z]+)[a-z0-9]*\\((?:[0-9]+<([^>]*)>|[^\"]*\"([^\"]*)\")(.*)");

  private static final Pattern SECOND = Pattern.compile("[^\"]*\"([^\"]*)\".*");

  @TempDir Path directory;
  private Path home;
  private Path own;
  private OwnProcess aquila;
  private Bench bench;

  /**
   * One call.
   *
   * @param name without what tells its variants apart: rename, write, fsync, fdatasync
   * @param path what it is about
   * @param target where that gets to, or an empty string
   */
  private record Call(String name, String path, String target) {
    boolean is(String other, Path about) {
      return name.equals(other) && path.equals(about.toString());
    }
  }

  @BeforeEach
  void start() throws Exception {
    home = directory.toRealPath();
    own = home.resolve("logs/.aquila");
    aquila = new OwnProcess(home);
    assumeTrue(canTrace(), "strace is not there, or may not trace");
    bench = new Bench(home);
    bench.clock = Clock.systemUTC();
    bench.startOrg(
        setup -> setup.with(setup.eventLogs().withDays(3).withTypes(List.of("Login", "RestApi"))));
  }

  @AfterEach
  void stop() throws Exception {
    if (bench != null) {
      bench.close();
    }
  }

  @Test
  void theBytesThenTheNameThenTheLine() throws Exception {
    List<Call> calls = fetch();
    List<Path> files = aquila.files("logs", ".csv");
    // Of each type one for each day, but those of yesterday do not exist before the morning.
    assertEquals(0, bench.run("logs", "list", "-o", "ndjson"), bench.err);
    assertEquals(bench.out.lines().count(), files.size());
    assertTrue(files.size() >= 4, files.toString());
    for (Path file : files) {
      int named = first(calls, 0, call -> call.target().equals(file.toString()));
      Path unfinished = Path.of(calls.get(named).path());
      assertEquals(own.resolve("incoming"), unfinished.getParent());
      int written = last(calls, call -> call.is("write", unfinished));
      int synced = first(calls, written, call -> call.is("fsync", unfinished));
      assertTrue(synced < named, file + " has its name before its bytes are on the disk");
      int lined = first(calls, named, call -> call.is("write", own.resolve("ledger")));
      int kept = first(calls, named, call -> call.is("fsync", file.getParent()));
      assertTrue(kept < lined, file + " has its line before its name is on the disk");
      first(calls, lined, call -> call.is("fdatasync", own.resolve("ledger")));
    }
  }

  @Test
  void aDirectoryIsOnTheDiskBeforeAnythingCountsOnIt() throws Exception {
    List<Call> calls = fetch();
    List<Call> made = calls.stream().filter(call -> call.name().equals("mkdir")).toList();
    // The store, its own two, the interval, two types, and a day for each file.
    assertEquals(6 + aquila.files("logs", ".csv").size(), made.size(), made.toString());
    for (Call call : made) {
      Path parent = Path.of(call.path()).getParent();
      int synced = first(calls, calls.indexOf(call), next -> next.is("fsync", parent));
      List<Call> between = calls.subList(calls.indexOf(call), synced);
      assertTrue(between.stream().noneMatch(next -> next.name().equals("rename")), "" + between);
    }
  }

  @Test
  void theResumePointsComeLast() throws Exception {
    List<Call> calls = fetch();
    Path points = own.resolve("resume.json");
    int named = first(calls, 0, call -> call.target().equals(points.toString()));
    Path unfinished = Path.of(calls.get(named).path());
    assertTrue(first(calls, 0, call -> call.is("fsync", unfinished)) < named);
    assertTrue(last(calls, call -> call.is("fdatasync", own.resolve("ledger"))) < named);
    first(calls, named, call -> call.is("fsync", own));
  }

  @Test
  void aNewLedgerIsOnTheDiskBeforeItsFirstLine() throws Exception {
    List<Call> calls = fetch();
    assertTrue(renewed(calls) < first(calls, 0, call -> call.is("write", own.resolve("ledger"))));
  }

  @Test
  void whatADamagedLedgerCameToIsForgottenBeforeItIsMadeAnew() throws Exception {
    fetch();
    Files.writeString(own.resolve("ledger"), "damage\n", StandardOpenOption.APPEND);
    List<Call> calls = fetch();
    int gone = first(calls, 0, call -> call.is("unlink", own.resolve("resume.json")));
    int forgotten = first(calls, gone, call -> call.is("fsync", own));
    assertTrue(forgotten < renewed(calls));
  }

  /** Where a ledger that was made anew gets its name, whole and for good. */
  private int renewed(List<Call> calls) {
    Path made = own.resolve("ledger.new");
    int named = first(calls, 0, call -> call.is("rename", made));
    int written = last(calls, call -> call.is("write", made));
    assertTrue(first(calls, written, call -> call.is("fsync", made)) < named);
    assertTrue(calls.get(named + 1).is("fsync", own), "the name is brought to the disk at once");
    return named;
  }

  private List<Call> fetch() throws Exception {
    Path trace = home.resolve("trace");
    List<String> command =
        new ArrayList<>(
            List.of("strace", "-f", "-y", "-qq", "-s", "0", "-e", "signal=none", "-e", CALLS));
    command.addAll(List.of("-o", trace.toString()));
    command.addAll(
        OwnProcess.command(List.of(), "logs", "fetch", "logs", "--parallel", "2", "--quiet"));
    assertEquals(0, aquila.run(command), aquila.err());
    return Files.readString(trace).lines().flatMap(line -> call(line).stream()).toList();
  }

  /** A call that concerns the store or the directory above it, and did not fail. */
  private List<Call> call(String line) {
    Matcher call = CALL.matcher(line);
    if (!call.matches() || line.contains(" = -1 ")) {
      return List.of();
    }
    String path = call.group(2) == null ? call.group(3) : call.group(2);
    if (!path.equals(home.toString()) && !path.startsWith(home.resolve("logs").toString())) {
      return List.of();
    }
    Matcher second = SECOND.matcher(call.group(4));
    String name = call.group(1).replaceFirst("^p?write.*", "write").replaceFirst("at$", "");
    return List.of(new Call(name, path, second.matches() ? second.group(1) : ""));
  }

  private static int first(List<Call> calls, int from, Predicate<Call> wanted) {
    for (int i = from; i < calls.size(); i++) {
      if (wanted.test(calls.get(i))) {
        return i;
      }
    }
    throw new AssertionError("a call is missing after " + from + " in " + calls);
  }

  private static int last(List<Call> calls, Predicate<Call> wanted) {
    for (int i = calls.size() - 1; i >= 0; i--) {
      if (wanted.test(calls.get(i))) {
        return i;
      }
    }
    throw new AssertionError("a call is missing in " + calls);
  }

  private boolean canTrace() throws InterruptedException {
    try {
      return aquila.run(List.of("strace", "-qq", "-o", "/dev/null", "true")) == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
