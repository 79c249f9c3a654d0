package aquila.rest;

import aquila.http.RawServer;
import aquila.token.SignIn;
import aquila.world.Deadline;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A token endpoint that gives {@code token-1}, {@code token-2}, …, and an org whose answers a test
 * names.
 */
final class OrgServer implements AutoCloseable {
  private final RawServer endpoint;
  private final RawServer org;

  /** The answers of the org, of which the last is for all calls that come later. */
  OrgServer(RawServer.Conversation... answers) throws IOException {
    AtomicInteger number = new AtomicInteger();
    org = RawServer.plain(answers);
    endpoint =
        RawServer.plain(
            (server, socket) -> {
              server.read(socket);
              String instance = "http://localhost:" + org.port();
              write(
                  socket,
                  200,
                  "{\"access_token\":\"token-%d\",\"instance_url\":\"%s\"}"
                      .formatted(number.incrementAndGet(), instance));
            });
  }

  Org org(SignIn signIn) {
    return new Org(signIn.http, signIn.tokens(endpoint), Deadline.none(signIn.world.clock()));
  }

  /** The requests to the org, in order. */
  List<String> calls() {
    return org.requests();
  }

  int signIns() {
    return endpoint.requests().size();
  }

  /** Writes a whole JSON answer, after which the connection is closed. */
  static void write(Socket socket, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        String.join(
            "\r\n",
            "HTTP/1.1 " + status + " X",
            "Content-Type: application/json",
            "Content-Length: " + bytes.length,
            "Connection: close",
            "",
            "");
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    endpoint.close();
    org.close();
  }
}
