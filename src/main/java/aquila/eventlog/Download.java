package aquila.eventlog;

import aquila.failure.ApiRefused;
import aquila.failure.Cause;
import aquila.failure.Failure;
import aquila.file.UnfinishedFile;
import aquila.rest.Destination;
import aquila.rest.Org;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The way of one file from the org to the disk, counted and digested as it passes. */
final class Download implements Destination {

  /** No listing is so wrong: what is longer is an attack, or another file. */
  private static final long LONGEST_FACTOR = 20;

  private static final long ALWAYS_ALLOWED = 16 << 20;

  private final EventLogFile file;
  private final UnfinishedFile unfinished;
  private final boolean isCompressed;
  private final FetchObserver observer;
  private final ContentDigest digest = new ContentDigest();
  private @Nullable Compressor compressor;

  Download(
      EventLogFile file, UnfinishedFile unfinished, boolean isCompressed, FetchObserver observer) {
    this.file = file;
    this.unfinished = unfinished;
    this.isCompressed = isCompressed;
    this.observer = observer;
  }

  /** What comes cannot be the file. */
  static final class Unusable extends IOException {
    private static final long serialVersionUID = 1L;

    Unusable(String why) {
      super(why);
    }
  }

  /** Frees what lies outside of Java's heap at once: there may be thousands of files. */
  private static final class Compressor extends GZIPOutputStream {
    Compressor(OutputStream out) throws IOException {
      super(out, ContentDigest.BLOCK);
    }

    void end() throws IOException {
      finish();
      def.end();
    }
  }

  /**
   * Downloads the file, with the attempts that the client makes by itself.
   *
   * @throws IOException if the disk does not take it
   */
  Content run(Org org) throws Failure, IOException {
    boolean showsItsEnd = org.download(file.path(), "the download of " + file.id(), this);
    if (compressor != null) {
      compressor.end();
      compressor = null;
    }
    Content content = digest.content();
    if (content.bytes() == 0 && file.length() != 0) {
      // Every file has a line of headings; one that is still to be filled comes as nothing.
      throw new ApiRefused(
          "the download of " + file.id() + " was answered with nothing",
          Cause.of("LogFileLength " + file.length()));
    }
    if (!showsItsEnd && content.bytes() != file.length()) {
      // A body that only ends with its connection may have ended anywhere.
      throw new ApiRefused(
          "the download of " + file.id() + " has ended after " + content.bytes() + " bytes",
          Cause.of("LogFileLength " + file.length()));
    }
    return content;
  }

  @Override
  public OutputStream begin() throws IOException {
    observer.received(-digest.bytes());
    digest.restart();
    unfinished.restart();
    OutputStream disk = unfinished;
    if (isCompressed) {
      compressor = new Compressor(unfinished);
      disk = compressor;
    }
    return new Counted(disk);
  }

  private final class Counted extends OutputStream {
    private final OutputStream out;
    private final long most =
        file.length() < 0 ? Long.MAX_VALUE : ALWAYS_ALLOWED + LONGEST_FACTOR * file.length();

    Counted(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (digest.bytes() + length > most) {
        throw new Unusable("the file goes on after " + digest.bytes() + " bytes");
      }
      if (digest.bytes() == 0 && length > 0 && bytes[from] == '<') {
        throw new Unusable("what came is a web page");
      }
      out.write(bytes, from, length);
      digest.update(bytes, from, length);
      observer.received(length);
    }
  }
}
