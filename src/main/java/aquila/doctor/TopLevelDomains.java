package aquila.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last parts that names on the internet can have, read when first asked for. */
final class TopLevelDomains {

  /** RFC 2606 and RFC 8375 keep these for examples, tests and networks at home. */
  private static final Set<String> RESERVED =
      Set.of("example", "invalid", "localhost", "test", "arpa", "onion");

  private TopLevelDomains() {}

  /** Whether a label in lower case is one; every two letters are taken for a country's. */
  static boolean have(String label) {
    return label.length() == 2
        || label.startsWith("xn--")
        || label.chars().anyMatch(c -> c > 0x7f)
        || RESERVED.contains(label)
        || Loaded.ALL.contains(label);
  }

  private static final class Loaded {
    static final Set<String> ALL = read();

    private static Set<String> read() {
      try (InputStream in = TopLevelDomains.class.getResourceAsStream("top-level-domains.txt")) {
        if (in == null) {
          throw new IllegalStateException("the list of top-level domains is not in the jar");
        }
        return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .flatMap(line -> Stream.of(line.split(" ", -1)))
            .collect(Collectors.toUnmodifiableSet());
      } catch (IOException e) {
        throw new UncheckedIOException("the jar cannot be read", e);
      }
    }

    private Loaded() {}
  }
}
