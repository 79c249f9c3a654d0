package aquila.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A server on loopback that treats each connection byte by byte as a test says. */
public final class RawServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");

  private final ServerSocket listener;
  private final String scheme;
  private final Queue<Conversation> script;
  private final Conversation last;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** What happens on one connection, which is closed behind it. */
  @FunctionalInterface
  public interface Conversation {
    void hold(RawServer server, Socket socket) throws IOException, InterruptedException;
  }

  private RawServer(ServerSocket listener, String scheme, Conversation... script) {
    this.listener = listener;
    this.scheme = scheme;
    this.script = new ArrayDeque<>(List.of(script));
    this.last = script[script.length - 1];
    Thread thread = new Thread(this::accept, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Plain TCP; the last conversation is held with all that come later. */
  public static RawServer plain(Conversation... script) throws IOException {
    return new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http", script);
  }

  /** TLS. */
  public static RawServer tls(SSLContext context, Conversation... script) throws IOException {
    return tls(context, context.getDefaultSSLParameters().getProtocols(), script);
  }

  /** It speaks these versions of TLS only. */
  public static RawServer tls(SSLContext context, String[] versions, Conversation... script)
      throws IOException {
    SSLServerSocket listener =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    listener.setEnabledProtocols(versions);
    return new RawServer(listener, "https", script);
  }

  /** Reads a request and answers with these bytes. */
  public static Conversation answer(String text) {
    return (server, socket) -> {
      server.read(socket);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    };
  }

  /** A whole JSON answer, after which the connection is closed. */
  public static Conversation json(int status, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return answer(
        "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
            .formatted(status, length, body));
  }

  /** Reads a request, answers with these bytes, and resets the connection. */
  public static Conversation reset(String text) {
    return (server, socket) -> {
      answer(text).hold(server, socket);
      socket.setSoLinger(true, 0);
    };
  }

  /** Reads a request, answers with these bytes, and then says nothing more. */
  public static Conversation stall(String text) {
    return (server, socket) -> {
      answer(text).hold(server, socket);
      server.closed.await();
    };
  }

  /** The address of a path, by the name {@code localhost}. */
  public URI uri(String path) {
    return URI.create(scheme + "://localhost:" + port() + path);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** The requests so far: head and body of each. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Reads one request; an end of the stream ends it too. */
  public String read(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      text.append((char) next);
    }
    Matcher length = LENGTH.matcher(text);
    if (length.find()) {
      text.append(
          new String(
              in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.ISO_8859_1));
    }
    if (!text.isEmpty()) {
      requests.add(text.toString());
    }
    return text.toString();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        sockets.add(socket);
        Conversation next = script.size() > 1 ? script.remove() : last;
        Thread thread = new Thread(() -> hold(next, socket), "raw-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        // Closed: the test is over.
        return;
      }
    }
  }

  private void hold(Conversation conversation, Socket socket) {
    try (socket) {
      conversation.hold(this, socket);
    } catch (IOException e) {
      // The client went away, or did not like our certificate: that is what the test is about.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
