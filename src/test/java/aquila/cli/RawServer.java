package aquila.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;

/** A server that answers whatever it hears with the same bytes. */
final class RawServer implements Closeable {
  private final ServerSocket socket;
  private final byte[] answer;
  private final boolean isSilent;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final AtomicReference<String> heard = new AtomicReference<>("");

  private RawServer(ServerSocket socket, byte[] answer, boolean isSilent) {
    this.socket = socket;
    this.answer = answer;
    this.isSilent = isSilent;
  }

  static RawServer thatSays(String text) throws IOException {
    return thatSends(text.getBytes(StandardCharsets.US_ASCII));
  }

  static RawServer thatSends(byte[] bytes) throws IOException {
    return new RawServer(bound(50), bytes, false).started();
  }

  static RawServer thatIsSilent() throws IOException {
    return new RawServer(bound(50), new byte[0], true).started();
  }

  static RawServer thatNeverAccepts() throws IOException {
    return new RawServer(bound(1), new byte[0], true);
  }

  static RawServer withTls(SSLContext context) throws IOException {
    ServerSocket socket =
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    return new RawServer(
            socket, "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII), false)
        .started();
  }

  private static ServerSocket bound(int backlog) throws IOException {
    return new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
  }

  int port() {
    return socket.getLocalPort();
  }

  String url(String scheme) {
    return scheme + "://127.0.0.1:" + port();
  }

  /** What it heard last, up to its first pause. */
  String heard() {
    return heard.get();
  }

  /** Takes all places in the queue of connections that nobody accepts. */
  List<Socket> fill() {
    List<Socket> waiting = new ArrayList<>();
    try {
      for (int i = 0; i < 10; i++) {
        Socket one = new Socket();
        waiting.add(one);
        one.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 200);
      }
    } catch (IOException e) {
      // The queue is full.
      return waiting;
    }
    return waiting;
  }

  private RawServer started() {
    Thread thread = new Thread(this::accept, "raw-server");
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connections.add(connection);
        Thread thread = new Thread(() -> serve(connection), "raw-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        // Closed, which ends the loop.
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = connection.getInputStream();
      byte[] block = new byte[1 << 16];
      int read = in.read(block);
      heard.set(new String(block, 0, Math.max(0, read), StandardCharsets.ISO_8859_1));
      if (isSilent) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      connection.getOutputStream().write(answer);
      connection.getOutputStream().flush();
      connection.shutdownOutput();
      connection.setSoTimeout(1000);
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The client went away.
    } finally {
      connections.remove(connection);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
