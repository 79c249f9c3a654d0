package aquila.simulator;

import aquila.key.HeldCertificate;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 server on 127.0.0.1, with a thread for each connection.
 *
 * <p>Not the JDK's own: that one writes the real time into the Date header whatever it is told, so
 * a clock that is wrong cannot be played; it answers each request of a kept connection 40 ms late,
 * because it sends head and body apart; and it cannot reset a connection.
 */
final class Listener implements Closeable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final ServerSocket socket;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool(Listener::daemon);

  private Listener(ServerSocket socket) {
    this.socket = socket;
  }

  /**
   * Takes the port.
   *
   * @param port 0 for any free one
   * @param tls the server's key and certificate, or null for plain HTTP
   * @throws IOException if the port cannot be had
   */
  static Listener bind(int port, @Nullable HeldCertificate tls) throws IOException {
    ServerSocketFactory factory =
        tls == null
            ? ServerSocketFactory.getDefault()
            : tls.serverContext().getServerSocketFactory();
    ServerSocket socket = factory.createServerSocket();
    socket.setReuseAddress(true);
    try {
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    return new Listener(socket);
  }

  /**
   * Begins to answer.
   *
   * @param clock what the Date header says
   * @param answer what the rest says
   */
  void start(Clock clock, Function<Request, Reply> answer) {
    threads.execute(() -> accept(clock, answer));
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept(Clock clock, Function<Request, Reply> answer) {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connections.add(connection);
        threads.execute(() -> serve(connection, clock, answer));
      } catch (IOException e) {
        // Closed, or a client that was gone before it was welcomed.
      }
    }
  }

  private void serve(Socket connection, Clock clock, Function<Request, Reply> answer) {
    try (connection) {
      connection.setTcpNoDelay(true);
      new Connection(connection, clock, answer).serve();
    } catch (IOException e) {
      // The client went away, which is its right.
    } finally {
      connections.remove(connection);
    }
  }

  /** Closes the port and every connection; their threads end with them. */
  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdown();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "simulated-org");
    thread.setDaemon(true);
    return thread;
  }
}
