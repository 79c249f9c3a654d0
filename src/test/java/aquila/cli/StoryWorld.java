package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.file.DirectoryLock;
import aquila.simulator.EventLogs;
import aquila.simulator.OrgSetup;
import aquila.simulator.Request;
import aquila.simulator.Scenarios;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What happens around the commands of a story: to the org, to files, by other processes. */
final class StoryWorld implements AutoCloseable {
  private final Bench bench;
  private final List<DirectoryLock> locks = new ArrayList<>();
  private int seen;

  StoryWorld(Bench bench) {
    this.bench = bench;
  }

  /** {@code org [SCENARIO] [days=N] [types=A,B] [hourly] [intervals=no] [calls=N]}. */
  void startOrg(String words) throws Exception {
    bench.startOrg(setup -> setup(setup, words));
    seen = 0;
  }

  private static OrgSetup setup(OrgSetup given, String words) {
    OrgSetup setup = given;
    for (String word : words.isEmpty() ? new String[0] : words.split(" ", -1)) {
      EventLogs logs = setup.eventLogs();
      String value = word.substring(word.indexOf('=') + 1);
      setup =
          switch (word.replaceFirst("=.*", "")) {
            case "days" -> setup.with(logs.withDays(Integer.parseInt(value)));
            case "types" -> setup.with(logs.withTypes(List.of(value.split(",", -1))));
            case "hourly" -> setup.with(logs.withHourly(true));
            case "intervals" -> setup.with(logs.withoutIntervals());
            case "calls" -> setup.with(setup.conduct().withCallsLeft(Integer.parseInt(value)));
            default -> setup.with(Scenarios.find(word).orElseThrow());
          };
    }
    return setup;
  }

  /** {@code copy FROM TO}. */
  void copy(String words) throws IOException {
    String[] names = words.split(" ", -1);
    Files.copy(bench.home.resolve(names[0]), bench.home.resolve(names[1]));
  }

  /** {@code remove GLOB}: at least one file. */
  void remove(String glob) throws IOException {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    try (Stream<Path> files = Files.walk(bench.home)) {
      List<Path> matching =
          files.filter(file -> matcher.matches(bench.home.relativize(file))).toList();
      assertTrue(!matching.isEmpty(), "nothing to remove is called " + glob);
      for (Path file : matching) {
        Files.delete(file);
      }
    }
  }

  /** {@code append FILE TEXT}: an alien line at the end. */
  void append(String words) throws IOException {
    String[] parts = words.split(" ", 2);
    Path file = bench.home.resolve(parts[0]);
    Files.writeString(file, Files.readString(file) + parts[1] + "\n");
  }

  /** {@code hold DIR}: another run has the store. */
  void hold(String directory) throws IOException {
    Path lock = bench.home.resolve(directory).resolve(".aquila/lock");
    locks.add(DirectoryLock.take(lock, "process 4711").orElseThrow());
  }

  /** {@code release}: it has come to its end. */
  void release() throws IOException {
    for (DirectoryLock lock : locks) {
      lock.close();
    }
    locks.clear();
  }

  /** {@code asked TOKENS QUERIES DOWNLOADS}: what the org was asked since it was looked at last. */
  void asked(String numbers) {
    List<Request> all = bench.org().requests();
    List<Request> since = all.subList(seen, all.size());
    seen = all.size();
    long tokens = since.stream().filter(asked -> asked.path().endsWith("/token")).count();
    long queries = since.stream().filter(asked -> asked.path().contains("/query")).count();
    long downloads = since.stream().filter(asked -> asked.path().endsWith("/LogFile")).count();
    assertEquals(numbers, tokens + " " + queries + " " + downloads, "tokens, queries, downloads");
    assertEquals(since.size(), tokens + queries + downloads, "nothing else is asked");
  }

  @Override
  public void close() throws IOException {
    release();
  }
}
