package aquila;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the code to the house of docs/how-aquila-works.md. */
class ArchitectureTest {

  /** Everyone may import these. */
  static final Set<String> GROUND = Set.of("failure", "secret", "world");

  /** Who may import whom, besides the ground. */
  static final Map<String, Set<String>> IMPORTS =
      Map.ofEntries(
          Map.entry("failure", Set.of()),
          Map.entry("secret", Set.of()),
          Map.entry("world", Set.of()),
          Map.entry("json", Set.of()),
          Map.entry("file", Set.of()),
          Map.entry("crypto", Set.of()),
          Map.entry("http", Set.of("crypto")),
          Map.entry("output", Set.of("json")),
          Map.entry("config", Set.of("file")),
          Map.entry("key", Set.of("crypto", "file", "json")),
          Map.entry("token", Set.of("key", "http", "json", "file")),
          Map.entry("rest", Set.of("token", "http", "json")),
          Map.entry("eventlog", Set.of("rest", "file", "json")),
          Map.entry("doctor", Set.of("config", "key", "token", "rest", "http", "json")),
          Map.entry("simulator", Set.of("key", "json")),
          Map.entry(
              "cli",
              Set.of(
                  "json",
                  "file",
                  "http",
                  "output",
                  "config",
                  "key",
                  "token",
                  "rest",
                  "eventlog",
                  "doctor",
                  "simulator")));

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("aquila");
  }

  @Test
  void everyPackageIsARoomOfTheTable() {
    List<String> strangers =
        classes.stream()
            .map(ArchitectureTest::room)
            .filter(room -> !room.isEmpty() && !IMPORTS.containsKey(room))
            .distinct()
            .toList();
    org.junit.jupiter.api.Assertions.assertEquals(List.of(), strangers);
  }

  @Test
  void everyRoomImportsOnlyWhatTheTableAllows() {
    List<String> violations = new ArrayList<>();
    for (JavaClass from : classes) {
      from.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(to -> to.getPackageName().startsWith("aquila"))
          .filter(to -> !isAllowed(room(from), room(to)))
          .map(to -> from.getName() + " -> " + to.getName())
          .distinct()
          .forEach(violations::add);
    }
    org.junit.jupiter.api.Assertions.assertEquals(List.of(), violations);
  }

  static List<Arguments> libraries() {
    return List.of(
        Arguments.of("picocli..", Set.of("cli")),
        Arguments.of("com.nimbusds..", Set.of("key")),
        Arguments.of("org.bouncycastle..", Set.of("key")),
        Arguments.of("org.conscrypt..", Set.of("crypto")),
        Arguments.of("org.slf4j..", Set.of("http")),
        Arguments.of("de.siegmar..", Set.of("output", "eventlog")),
        Arguments.of("com.fasterxml.jackson.core..", Set.of("json")),
        Arguments.of("javax.net", Set.of("simulator")),
        Arguments.of("com.sun..", Set.of()),
        Arguments.of("java.net.http..", Set.of()));
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void everyLibraryStaysInItsRoom(String library, Set<String> owners) {
    noClasses()
        .that(areOutside(owners))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(classes);
  }

  /** Calls to the world outside, and the rooms that own them; Main may do all of them. */
  static List<Arguments> outsideCalls() {
    return List.of(
        Arguments.of("java.lang.System", "getenv", Set.of()),
        Arguments.of("java.lang.System", "exit", Set.of()),
        Arguments.of("java.lang.System", "currentTimeMillis", Set.of()),
        Arguments.of("java.lang.System", "nanoTime", Set.of()),
        Arguments.of("java.lang.System", "console", Set.of("world")),
        Arguments.of("java.lang.Thread", "sleep", Set.of("world")),
        Arguments.of("java.lang.Runtime", "halt", Set.of()),
        Arguments.of("java.time.Instant", "now", Set.of()),
        Arguments.of("java.time.LocalDate", "now", Set.of()),
        Arguments.of("java.time.ZonedDateTime", "now", Set.of()),
        Arguments.of("java.time.Clock", "systemUTC", Set.of()),
        Arguments.of("java.time.Clock", "systemDefaultZone", Set.of()),
        Arguments.of("java.lang.Math", "random", Set.of()),
        Arguments.of("java.util.Random", "<init>", Set.of("simulator")),
        Arguments.of("java.util.UUID", "randomUUID", Set.of()),
        Arguments.of("java.security.SecureRandom", "<init>", Set.of("key")),
        Arguments.of("java.nio.file.Files", "move", Set.of("file")),
        Arguments.of("java.nio.file.Files", "delete", Set.of("file")),
        Arguments.of("java.nio.file.Files", "write", Set.of("file")),
        Arguments.of("java.nio.file.Files", "writeString", Set.of("file")),
        Arguments.of("java.lang.ProcessBuilder", "<init>", Set.of("world")),
        Arguments.of("java.net.URI", "toURL", Set.of("http")),
        Arguments.of("com.fasterxml.jackson.databind.ObjectMapper", "<init>", Set.of()));
  }

  @ParameterizedTest
  @MethodSource("outsideCalls")
  void theWorldOutsideIsHandedIn(String owner, String method, Set<String> rooms) {
    DescribedPredicate<JavaCall<?>> call =
        DescribedPredicate.describe(
            owner + "." + method,
            made ->
                made.getTargetOwner().getName().equals(owner)
                    && made.getName().equals(method)
                    && !isGivenAClock(made));
    noClasses().that(areOutside(rooms)).should().callCodeUnitWhere(call).check(classes);
  }

  @Test
  void standardStreamsAreReachedByMainOnly() {
    noClasses()
        .that(areOutside(Set.of()))
        .should()
        .accessFieldWhere(
            DescribedPredicate.describe(
                "System.in, out or err",
                (JavaFieldAccess access) ->
                    access.getTargetOwner().getName().equals("java.lang.System")))
        .check(classes);
  }

  private static DescribedPredicate<JavaClass> areOutside(Set<String> rooms) {
    return DescribedPredicate.describe(
        "are outside of " + rooms, type -> !room(type).isEmpty() && !rooms.contains(room(type)));
  }

  /** {@code Instant.now(clock)} takes its time from whoever handed in the clock. */
  private static boolean isGivenAClock(JavaCall<?> call) {
    return call.getTarget().getRawParameterTypes().stream()
        .anyMatch(type -> type.getName().equals("java.time.Clock"));
  }

  private static boolean isAllowed(String from, String to) {
    return from.equals(to)
        || GROUND.contains(to)
        || (from.isEmpty() && to.equals("cli"))
        || IMPORTS.getOrDefault(from, Set.of()).contains(to);
  }

  /** The room of a class; empty for Main. */
  private static String room(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.", -1);
    return parts.length < 2 ? "" : parts[1];
  }
}
