package aquila.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Base64;

/** An org in a process of its own, for clients that are not Java: {@code SimulatorMain HOME}. */
public final class SimulatorMain {
  private SimulatorMain() {}

  /** Writes a pair into the directory, prints the six fields and waits for its end. */
  public static void main(String[] args) throws Exception {
    Path home = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
    Clock clock = Clock.systemUTC();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    Files.writeString(home.resolve("server.key"), pem(pair.getPrivate().getEncoded()));
    OrgSetup setup = OrgSetup.of((RSAPublicKey) pair.getPublic(), clock);
    try (SimulatedOrg org = SimulatedOrg.start(setup)) {
      System.out.println("audience-url=" + org.audience());
      System.out.println("key-path=" + home.resolve("server.key"));
      System.out.println("username=" + OrgSetup.USERNAME);
      System.out.println("client-id=" + ConnectedApp.CLIENT_ID);
      System.out.println("instance-url=" + org.url());
      System.out.println("token-url=" + org.tokenUrl());
      System.out.println("# ready");
      System.out.flush();
      Thread.currentThread().join();
    }
  }

  private static String pem(byte[] pkcs8) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs8)
        + "\n-----END PRIVATE KEY-----\n";
  }
}
