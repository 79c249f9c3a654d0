package aquila.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A bad line between a client and an org: some connections are refused, some end or are reset after
 * any number of bytes.
 */
final class FaultyProxy implements AutoCloseable {

  /** Most answers are shorter than this. */
  private static final int MOST_BYTES = 20_000;

  private final ServerSocket listener;
  private final Random random;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile URI target = URI.create("http://127.0.0.1:1");
  private volatile int faults;
  private int requests;

  private FaultyProxy(ServerSocket listener, long seed) {
    this.listener = listener;
    this.random = new Random(seed);
  }

  static FaultyProxy start(long seed) throws IOException {
    FaultyProxy proxy =
        new FaultyProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), seed);
    daemon(proxy::accept);
    return proxy;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  void leadsTo(URI other) {
    target = other;
  }

  /** Of a hundred connections, how many go wrong. */
  void setFaults(int percent) {
    faults = percent;
  }

  /** Begins to count requests anew. */
  synchronized void restart() {
    requests = 0;
  }

  /** Waits for so many requests; returns early after a while, or when nobody is there to ask. */
  synchronized void awaitRequests(int count, Process client) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (requests < count && client.isAlive() && System.nanoTime() < end) {
      wait(50);
    }
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
        Socket client = listener.accept();
        daemon(() -> serve(client));
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket client) {
    boolean isBad;
    boolean isReset;
    int left;
    synchronized (random) {
      isBad = random.nextInt(100) < faults;
      isReset = random.nextBoolean();
      left = isBad ? random.nextInt(MOST_BYTES) : Integer.MAX_VALUE;
    }
    try (client;
        Socket server = new Socket(target.getHost(), target.getPort())) {
      open.add(client);
      open.add(server);
      daemon(() -> forward(client, server));
      back(server, client, left);
      if (isBad && isReset) {
        client.setSoLinger(true, 0);
      }
    } catch (IOException e) {
      // One of the two has left; the other one will notice.
    } finally {
      open.remove(client);
    }
  }

  private void forward(Socket client, Socket server) {
    try (client;
        server) {
      InputStream in = client.getInputStream();
      OutputStream out = server.getOutputStream();
      byte[] block = new byte[8192];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        count();
        out.write(block, 0, read);
      }
    } catch (IOException e) {
      // The end of this connection.
    } finally {
      open.remove(server);
    }
  }

  private synchronized void count() {
    requests++;
    notifyAll();
  }

  private static void back(Socket server, Socket client, int most) throws IOException {
    InputStream in = server.getInputStream();
    OutputStream out = client.getOutputStream();
    byte[] block = new byte[8192];
    int left = most;
    while (left > 0) {
      int read = in.read(block, 0, Math.min(block.length, left));
      if (read < 0) {
        return;
      }
      out.write(block, 0, read);
      left -= read;
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "faulty-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
