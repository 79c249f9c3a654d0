package aquila.eventlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * As much of an org as a fetch needs, by hand on a socket, so that a test has every byte of an
 * answer in its own hands. A connection takes one request.
 */
final class RawOrg implements AutoCloseable {

  /** One request. */
  record Asked(String method, String path, String query, Map<String, String> headers) {
    String soql() {
      return URLDecoder.decode(query.replaceFirst("^q=", ""), UTF_8);
    }
  }

  /** Writes an answer; the connection is closed behind it. */
  @FunctionalInterface
  interface Answer {
    void writeTo(Socket socket) throws IOException;
  }

  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<Asked> asked = new ArrayList<>();
  private final AtomicInteger logIns = new AtomicInteger();

  /** Answers a query, or the next page of one. */
  volatile Function<Asked, Answer> listing = request -> RawReply.page("[]");

  /** Answers for a file. */
  volatile Function<Asked, Answer> file = request -> RawReply.NOT_FOUND;

  /** Calls that each token is good for. */
  volatile int callsPerToken = Integer.MAX_VALUE;

  private int callsLeft;

  private RawOrg(ServerSocket listener) {
    this.listener = listener;
  }

  static RawOrg start() throws IOException {
    RawOrg org = new RawOrg(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread thread = new Thread(org::accept, "raw-org");
    thread.setDaemon(true);
    thread.start();
    return org;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  int logIns() {
    return logIns.get();
  }

  /** What was asked below {@code /services/data/}, a path each. */
  List<String> paths(String part) {
    synchronized (asked) {
      return asked.stream().map(Asked::path).filter(path -> path.contains(part)).toList();
    }
  }

  List<Asked> asked() {
    synchronized (asked) {
      return List.copyOf(asked);
    }
  }

  /** The queries so far, in SOQL. */
  List<String> queries() {
    return asked().stream().filter(a -> a.query().startsWith("q=")).map(Asked::soql).toList();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        Thread thread = new Thread(() -> serve(socket), "raw-org-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Asked request = read(new BufferedInputStream(socket.getInputStream()));
      answer(request).writeTo(socket);
    } catch (IOException e) {
      // The client has left, which is its right.
    } finally {
      open.remove(socket);
    }
  }

  private Answer answer(Asked request) {
    synchronized (asked) {
      asked.add(request);
      if (request.path().equals("/services/oauth2/token")) {
        callsLeft = callsPerToken;
        return token(logIns.incrementAndGet());
      }
      String good = "Bearer 00D000000000001!" + logIns.get();
      if (!good.equals(request.headers().get("authorization")) || callsLeft-- <= 0) {
        return RawReply.SESSION_OVER;
      }
    }
    boolean isQuery = request.path().contains("/query");
    return isQuery ? listing.apply(request) : file.apply(request);
  }

  private Answer token(int number) {
    return RawReply.json(
        200,
        "{\"access_token\":\"00D000000000001!"
            + number
            + "\",\"instance_url\":\""
            + url()
            + "\",\"token_type\":\"Bearer\"}");
  }

  private static Asked read(InputStream in) throws IOException {
    String[] first = line(in).split(" ", -1);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    int mark = first[1].indexOf('?');
    return mark < 0
        ? new Asked(first[0], first[1], "", headers)
        : new Asked(first[0], first[1].substring(0, mark), first[1].substring(mark + 1), headers);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("no request");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  /** Writes bytes as they are. */
  static Answer raw(byte[] bytes) {
    return socket -> {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    };
  }

  static byte[] latin1(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
