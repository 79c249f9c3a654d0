package aquila.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What depends on how the bytes of an answer are spread over time. */
class BodyTest {

  @Test
  void aGzipMemberThatIsStillOnItsWayIsReadToo() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.writeBytes(gzip("one, "));
    members.writeBytes(gzip("two"));
    Map<String, String> headers = Map.of("content-encoding", "gzip");
    byte[] body = new Body(headers, new Slow(members.toByteArray())).keep(100);
    assertEquals("one, two", new String(body, US_ASCII));
  }

  @Test
  void moreAfterTheEndOfACompressedAnswerIsNoticed() throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(gzip("one"));
    answer.writeBytes("<html>".getBytes(US_ASCII));
    Map<String, String> headers = Map.of("content-encoding", "gzip");
    Body body = new Body(headers, new Slow(answer.toByteArray()));
    IOException strange = assertThrows(IOException.class, () -> body.keep(100));
    assertEquals("there is more after the end of the compressed answer", strange.getMessage());
  }

  /** A byte at a time, and never another one at hand. */
  private static final class Slow extends InputStream {
    private final InputStream bytes;

    Slow(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() throws IOException {
      return bytes.read();
    }

    @Override
    public int read(byte[] block, int from, int length) throws IOException {
      return bytes.read(block, from, Math.min(1, length));
    }

    @Override
    public int available() {
      return 0;
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(US_ASCII));
    }
    return bytes.toByteArray();
  }
}
