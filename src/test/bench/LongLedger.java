import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.CRC32;

/** Writes a ledger of so many lines of files that were rotated away: {@code FILE LINES}. */
final class LongLedger {
  private static final String[] TYPES = {"Login", "Logout", "ApiTotalUsage", "RestApi", "URI"};

  public static void main(String[] arguments) throws IOException {
    int lines = Integer.parseInt(arguments[1]);
    Instant hour = Instant.parse("2010-01-01T00:00:00Z");
    try (BufferedWriter out =
        Files.newBufferedWriter(Path.of(arguments[0]), StandardCharsets.US_ASCII)) {
      out.write("aquila-ledger 1\n");
      for (int i = 0; i < lines; i++) {
        if (i % TYPES.length == 0) {
          hour = hour.plus(Duration.ofHours(1));
        }
        String fields =
            String.join(
                "\t",
                String.format("0AT%015d", i),
                hour.plus(Duration.ofHours(3)).toString(),
                Integer.toString(100_000 + i),
                Integer.toString(100_000 + i),
                String.format("%064x", i * 0x9E3779B97F4A7C15L),
                TYPES[i % TYPES.length],
                "hourly",
                hour.toString(),
                "1",
                "csv",
                "");
        CRC32 sum = new CRC32();
        sum.update(fields.getBytes(StandardCharsets.US_ASCII));
        out.write(fields + String.format("%08x", sum.getValue()) + "\n");
      }
    }
  }

  private LongLedger() {}
}
