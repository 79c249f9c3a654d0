package aquila;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The distribution as {@code mvn package} leaves it, started by its launcher. */
@DisabledOnOs(OS.WINDOWS)
class DistributionIT {
  private final Path root = Distribution.ROOT;
  private final Path launcher = root.resolve("bin/aquila");

  @TempDir Path elsewhere;
  private Distribution distribution;
  private Path out;

  @BeforeEach
  void files() {
    distribution = new Distribution(elsewhere);
    out = distribution.out();
  }

  @Test
  void runsFromAnotherDirectory() throws Exception {
    assertIsVersion(launcher.toString(), "--version");
  }

  @Test
  void runsThroughLinksToLinks() throws Exception {
    Path bin = Files.createDirectories(elsewhere.resolve("a place/bin"));
    Files.createSymbolicLink(bin.resolve("absolute"), launcher);
    Files.createSymbolicLink(bin.resolve("relative"), Path.of("absolute"));
    Files.createSymbolicLink(elsewhere.resolve("outer"), Path.of("a place/bin/relative"));
    assertIsVersion("./outer", "--version");
    Files.createSymbolicLink(elsewhere.resolve("bin"), launcher.getParent());
    assertIsVersion("sh", "-c", "CDPATH=/usr bin/aquila --version");
  }

  @Test
  void runsByItsNameOnThePath() throws Exception {
    assertIsVersion("sh", "-c", "PATH=" + launcher.getParent() + ":$PATH; aquila --version");
  }

  @Test
  void runsWhereItIsMovedToThoughTheClassArchiveDoesNotFitThere() throws Exception {
    assertIsVersion(
        distribution.copy("moved, with blanks").resolve("bin/aquila").toString(), "--version");
  }

  @Test
  void isSilentAboutAClassArchiveThatIsMissingOrEmpty() throws Exception {
    Path copy = distribution.copy("copy");
    Path archive = copy.resolve("lib/token.jsa");
    Files.write(archive, new byte[0]);
    assertIsVersion(copy.resolve("bin/aquila").toString(), "--version");
    Files.delete(archive);
    assertIsVersion(copy.resolve("bin/aquila").toString(), "--version");
  }

  /** The first page names the very Java that made it. */
  @Test
  void isSilentAboutAClassArchiveOfAnotherJava() throws Exception {
    Path copy = distribution.copy("copy");
    try (RandomAccessFile archive =
        new RandomAccessFile(copy.resolve("lib/token.jsa").toFile(), "rw")) {
      byte[] page = new byte[4096];
      archive.readFully(page);
      String text = new String(page, ISO_8859_1);
      String other = text.replace(" VM (", " WM (");
      assertNotEquals(text, other);
      archive.seek(0);
      archive.write(other.getBytes(ISO_8859_1));
    }
    assertIsVersion(copy.resolve("bin/aquila").toString(), "--version");
  }

  @Test
  void demoTellsItsStoryAndRemovesWhatItMade() throws Exception {
    Path temporary = Files.createDirectory(elsewhere.resolve("tmp"));
    Process process =
        distribution.start("sh", "-c", "TMPDIR=" + temporary + " " + launcher + " demo");
    assertEquals(0, Distribution.ended(process));
    String story = Files.readString(out);
    assertTrue(story.contains("$ aquila token "), story);
    assertTrue(story.contains("cause  invalid_app_access: "), story);
    assertTrue(story.endsWith("Everything is removed again. Your turn: aquila --help\n"), story);
    assertArrayEquals(new String[0], temporary.toFile().list());
  }

  @Test
  void usesTheJavaThatItIsToldTo() throws Exception {
    assertTrue(distribution.arguments("token").endsWith("aquila.jar aquila.Main token\n"));
  }

  @Test
  void saysThatThereIsNoJava() throws Exception {
    for (String without :
        List.of("unset JAVA_HOME; PATH=" + elsewhere, "export AQUILA_JAVA=/nowhere/java")) {
      String line = without + "; " + launcher + " --version";
      assertEquals(3, Distribution.ended(distribution.start("/bin/sh", "-c", line)));
      assertTrue(Files.readString(out).startsWith("aquila: error: there is no Java"));
    }
  }

  @Test
  void passesTheExitCodeOn() throws Exception {
    assertEquals(2, Distribution.ended(distribution.start(launcher.toString(), "tokne")));
    assertTrue(Files.readString(out).startsWith("aquila: error: unknown command tokne\n"));
  }

  /** To make a class for one takes as long at each start as much else that it does. */
  @Test
  void noLambdaIsLeft() throws Exception {
    try (JarFile jar = new JarFile(root.resolve("lib/aquila.jar").toFile())) {
      assertNowhere("LambdaMetafactory", jar);
      assertNotNull(jar.getEntry("aquila/cli/Aquila$Lambda1.class"));
    }
  }

  /** To begin Java's log takes as long as to load the machine code for TLS. */
  @Test
  void theMachineCodeForTlsDoesNotBeginJavasLog() throws Exception {
    Path library =
        libraries().stream()
            .filter(path -> path.toString().contains("conscrypt"))
            .findFirst()
            .orElseThrow();
    Path packed = root.resolve("lib").resolve(library.getFileName());
    try (JarFile jar = new JarFile(packed.toFile())) {
      assertNowhere("getLogger", jar);
      assertNotNull(jar.getEntry("org/conscrypt/HostProperties.class"));
    }
  }

  private static void assertNowhere(String words, JarFile jar) throws IOException {
    for (JarEntry entry : jar.stream().toList()) {
      String text = new String(jar.getInputStream(entry).readAllBytes(), ISO_8859_1);
      assertFalse(text.contains(words), entry.getName());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"aquila.jsa", "token.jsa"})
  void theClassArchiveIsUsed(String archive) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    Path library = root.resolve("lib");
    Process process =
        distribution.start(
            java,
            "-Xshare:auto",
            "-XX:SharedArchiveFile=" + library.resolve(archive),
            "-Xlog:class+load",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            library.resolve("aquila.jar").toString(),
            "aquila.Main",
            "--version");
    assertEquals(0, Distribution.ended(process));
    String classes = Files.readString(out);
    assertTrue(classes.contains("aquila.Main source: shared objects file"), classes);
  }

  @Test
  void makesAClassArchiveAtTheFirstStartAndAnotherWhenItNoLongerFits() throws Exception {
    Path copy = copyWithoutArchive();
    Path archive =
        Path.of(copy.resolve("lib") + System.getProperty("java.home") + "/bin/java/made-token.jsa");
    startUntil(() -> isAllThereIs(archive), copy);
    assertIsVersion(copy.resolve("bin/aquila").toString(), "--version");
    assertTrue(isAllThereIs(archive));
    Files.setLastModifiedTime(copy.resolve("lib/aquila.jar"), FileTime.fromMillis(0));
    assertIsVersion(copy.resolve("bin/aquila").toString(), "--version");
    assertFalse(Files.exists(archive), "it does not fit and is still there");
    startUntil(() -> isAllThereIs(archive), copy);
  }

  /** Whether it is made, and nothing else is left of the making. */
  private static boolean isAllThereIs(Path archive) {
    return Arrays.equals(archive.getParent().toFile().list(), new String[] {"made-token.jsa"});
  }

  @Test
  void makesNoClassArchiveWhereNothingCanBeWrittenAndSaysNothing() throws Exception {
    Path copy = copyWithoutArchive();
    Files.writeString(copy.resolve("lib/make-archive"), "#!/bin/sh\necho no room >&2\nexit 1\n");
    assertIsVersion(copy.resolve("bin/aquila").toString(), "--version");
  }

  /** As it is packed: with the list of classes, and a script that makes the archive. */
  private Path copyWithoutArchive() throws IOException {
    Path copy = distribution.copy("packed");
    Path library = copy.resolve("lib");
    Files.delete(library.resolve("token.jsa"));
    Files.copy(
        root.resolveSibling("training").resolve("token.classes"), library.resolve("token.classes"));
    Files.copy(Path.of("src/main/launcher/make-archive"), library.resolve("make-archive"));
    return copy;
  }

  private void startUntil(Callable<Boolean> condition, Path copy) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    do {
      assertTrue(System.nanoTime() < end, "it does not come about");
      assertIsVersion(copy.resolve("bin/aquila").toString(), "--version");
    } while (!condition.call());
  }

  /** What Maven takes from a registry is what was chosen, down to the bytes. */
  @Test
  void theLibrariesAreThoseThatWereChosen() throws Exception {
    StringBuilder found = new StringBuilder();
    for (Path library : libraries()) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(library));
      found.append(HexFormat.of().formatHex(digest)).append("  ");
      found.append(library.getFileName()).append('\n');
    }
    assertEquals(
        Files.readString(Path.of("src/test/resources/libraries.sha256")), found.toString());
  }

  @Test
  void theLicenceOfEachLibraryIsNamed() throws IOException {
    String licences = Files.readString(Path.of("src/main/packages/THIRD-PARTY.md"));
    for (Path library : libraries()) {
      String name = library.getFileName().toString().replaceFirst("-[0-9][0-9.]*\\.jar$", "");
      assertTrue(licences.contains(name), name);
    }
  }

  private List<Path> libraries() throws IOException {
    try (Stream<Path> files = Files.list(root.resolveSibling("libraries"))) {
      return files.sorted().toList();
    }
  }

  /** One line, and no word of the JVM. */
  private void assertIsVersion(String... command) throws Exception {
    int code = Distribution.ended(distribution.start(command));
    String text = Files.readString(out);
    assertEquals(0, code, text);
    assertTrue(text.startsWith("aquila ") && text.lines().count() == 1, text);
  }
}
