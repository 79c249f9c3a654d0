package aquila.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The body of a reply on its way in. It is whole, or reading it throws: Java 17 ends a body that is
 * shorter than its Content-Length as if it were whole.
 */
final class Body {
  /** As much as Java reads from a socket at once. */
  private static final int BLOCK = 1 << 17;

  private final Map<String, String> headers;
  private final Counting wire;

  Body(Map<String, String> headers, InputStream wire) {
    this.headers = headers;
    this.wire = new Counting(wire);
  }

  /** The first bytes, decoded; one more than the limit if there are more. */
  byte[] keep(int limit) throws IOException {
    InputStream in = decoded();
    byte[] bytes = in.readNBytes(limit + 1);
    if (bytes.length <= limit) {
      requireWhole();
    }
    return bytes;
  }

  /** Passes all on, decoded, and returns how many bytes that were. */
  long passTo(Receiver receiver) throws IOException, Receiver.Refused {
    OutputStream out = begun(receiver);
    InputStream in = decoded();
    byte[] block = new byte[BLOCK];
    long length = 0;
    for (int read = in.read(block); read >= 0; read = in.read(block)) {
      try {
        out.write(block, 0, read);
      } catch (IOException e) {
        throw new Receiver.Refused(e);
      }
      length += read;
    }
    requireWhole();
    in.close();
    return length;
  }

  private static OutputStream begun(Receiver receiver) throws Receiver.Refused {
    try {
      return receiver.begin();
    } catch (IOException e) {
      throw new Receiver.Refused(e);
    }
  }

  /** Whether a {@code Content-Encoding} leaves the body as it is, and so without an end. */
  static boolean isIdentity(String coding) {
    return coding.isBlank() || coding.strip().equalsIgnoreCase("identity");
  }

  /** Only gzip was asked for; errors come compressed too, but a body of no bytes does not. */
  private InputStream decoded() throws IOException {
    String coding = headers.getOrDefault("content-encoding", "").strip().toLowerCase(Locale.ROOT);
    if (isIdentity(coding) || "0".equals(headers.get("content-length"))) {
      return wire;
    }
    if (!coding.equals("gzip") && !coding.equals("x-gzip")) {
      throw new IOException("the answer is encoded as " + coding + ", which was not asked for");
    }
    return new GZIPInputStream(wire, BLOCK);
  }

  private void requireWhole() throws IOException {
    if (wire.read() >= 0) {
      throw new IOException("there is more after the end of the compressed answer");
    }
    String announced = headers.get("content-length");
    if (announced != null && !announced.equals(Long.toString(wire.count))) {
      throw new IOException("the answer ended after " + wire.count + " of " + announced + " bytes");
    }
  }

  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      count += Math.max(0, read);
      return read;
    }

    /**
     * Java takes the end of a gzip member for the end of all where nothing is available, which on a
     * network depends on the time of day: it shall look.
     */
    @Override
    public int available() {
      return 1;
    }
  }
}
