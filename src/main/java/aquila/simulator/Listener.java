package aquila.simulator;

import aquila.key.HeldCertificate;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/**
 * An HTTP/1.1 server on 127.0.0.1, with a thread for each connection.
 *
 * <p>Not the JDK's own: that one writes the real time into the Date header whatever it is told, so
 * a clock that is wrong cannot be played; it answers each request of a kept connection 40 ms late,
 * because it sends head and body apart; and it cannot reset a connection.
 */
final class Listener implements Closeable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  /** Of the JDK. */
  private static final int USUAL_BACKLOG = 50;

  /** Systems that never let a queue be full turn connections down instead. */
  private static final int MOST_WAITING = 16;

  /** Milliseconds until a connection on this machine is taken for one that is not accepted. */
  private static final int PATIENCE = 200;

  private final ServerSocket socket;

  /** Held while connections are accepted. */
  private final Object accepting = new Object();

  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final List<Socket> waiting = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(Listener::daemon);

  private Listener(ServerSocket socket) {
    this.socket = socket;
  }

  /**
   * Takes the port.
   *
   * @throws IOException if the port cannot be had
   */
  static Listener bind(OrgSetup setup) throws IOException {
    HeldCertificate tls = setup.tls();
    ServerSocketFactory factory =
        tls == null
            ? ServerSocketFactory.getDefault()
            : tls.serverContext().getServerSocketFactory();
    ServerSocket socket = factory.createServerSocket();
    socket.setReuseAddress(true);
    try {
      int backlog = setup.around().welcome() == Welcome.FULL ? 1 : USUAL_BACKLOG;
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), setup.port()), backlog);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    return new Listener(socket);
  }

  /**
   * Begins to answer.
   *
   * @param setup how connections are met, and what the Date header says
   * @param answer what the rest says
   */
  void start(OrgSetup setup, Function<Request, Reply> answer) throws IOException {
    switch (setup.around().welcome()) {
      case CLOSED -> socket.close();
      case FULL -> fill();
      default -> threads.execute(() -> accept(setup, answer));
    }
  }

  /** Takes all places in the queue of connections that nobody accepts. */
  private void fill() throws IOException {
    boolean isFull = false;
    while (!isFull && waiting.size() < MOST_WAITING) {
      Socket next = new Socket();
      waiting.add(next);
      try {
        next.connect(socket.getLocalSocketAddress(), PATIENCE);
      } catch (SocketTimeoutException e) {
        isFull = true;
      }
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept(OrgSetup setup, Function<Request, Reply> answer) {
    synchronized (accepting) {
      while (!socket.isClosed()) {
        try {
          Socket connection = socket.accept();
          connections.add(connection);
          threads.execute(() -> serve(connection, setup, answer));
        } catch (IOException e) {
          // Closed, or a client that was gone before it was welcomed.
        }
      }
    }
  }

  private void serve(Socket connection, OrgSetup setup, Function<Request, Reply> answer) {
    try (connection) {
      connection.setTcpNoDelay(true);
      new Connection(connection, setup.clock(), answer).serve(setup.around().welcome());
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
    // A thread that is just accepting keeps the port open, and a client would wait for ever there.
    synchronized (accepting) {
      threads.shutdown();
    }
    for (Socket connection : connections) {
      connection.close();
    }
    for (Socket each : waiting) {
      each.close();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "simulated-org");
    thread.setDaemon(true);
    return thread;
  }
}
