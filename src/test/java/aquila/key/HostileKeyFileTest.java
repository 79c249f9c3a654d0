package aquila.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to hurt by their form: each ends soon, in a clear refusal. */
class HostileKeyFileTest {
  private HostileFiles files;

  @BeforeEach
  void begin(@TempDir Path home) {
    files = new HostileFiles(home);
  }

  @Test
  void survivesDeeplyNestedAsn1() throws Exception {
    byte[] nested = nested(15_000);
    files.assertTrouble(nested);
    files.assertTrouble(sequence(nested, octets(8)));
    files.assertTrouble(
        sequence(
            new ASN1Integer(3).getEncoded(),
            sequence(PKCSObjectIdentifiers.data.getEncoded(), nested)));
    files.assertTrouble(sequence(new ASN1Integer(0).getEncoded(), nested, octets(8)));
    files.assertTrouble(
        sequence(sequence(PKCSObjectIdentifiers.id_PBES2.getEncoded(), nested), octets(8)));
    files.assertTrouble(nestedIndefinite(30_000));
  }

  @Test
  void refusesMoreThan64KiB() throws Exception {
    assertEquals(KeyTrouble.TOO_LONG, files.trouble(new byte[64 * 1024 + 1]));
    byte[] padded = new byte[64 * 1024];
    Arrays.fill(padded, (byte) '\n');
    byte[] key = KeyFixture.bytes("pkcs8.pem");
    System.arraycopy(key, 0, padded, 0, key.length);
    files.assertUsable(padded);
  }

  @Test
  void endsSoonOnTextsThatTroubleSearchPatterns() throws Exception {
    for (String part :
        List.of(
            "-----BEGIN ",
            "-----BEGIN A-----",
            "# ",
            "#\n",
            "//\n;",
            "a:",
            " ",
            "BEGIN A",
            "A",
            "-----BEGIN PRIVATE KEY-----\n",
            "DEK-Info: ",
            "\\n",
            "=",
            "/",
            "; \t")) {
      files.assertTrouble(part.repeat(65_000 / part.length()).getBytes(StandardCharsets.US_ASCII));
      String inBlock =
          "-----BEGIN RSA PRIVATE KEY-----\n"
              + part.repeat(60_000 / part.length())
              + "\n-----END RSA PRIVATE KEY-----";
      files.assertTrouble(inBlock.getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  void endsInARefusalOnRandomBytes() throws Exception {
    Random random = new Random(20251125);
    byte[][] beginnings = {
      {},
      {0x30},
      {0x30, (byte) 0x82},
      {0x30, (byte) 0x80, 2, 1, 3},
      {0x30, 0x40, 2, 1, 3, 0x30},
      {(byte) 0xfe, (byte) 0xed, (byte) 0xfe, (byte) 0xed, 0, 0, 0, 2},
      {'-', '-', '-', '-', '-', 'B', 'E', 'G', 'I', 'N', ' '}
    };
    for (int i = 0; i < 700; i++) {
      byte[] bytes = new byte[random.nextInt(3_000)];
      random.nextBytes(bytes);
      byte[] first = beginnings[i % beginnings.length];
      System.arraycopy(first, 0, bytes, 0, Math.min(first.length, bytes.length));
      files.assertTrouble(bytes);
    }
  }

  private static byte[] octets(int length) throws Exception {
    return new DEROctetString(new byte[length]).getEncoded();
  }

  private static byte[] sequence(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] all = new byte[length + 5];
    all[0] = 0x30;
    all[1] = (byte) 0x83;
    all[2] = (byte) (length >> 16);
    all[3] = (byte) (length >> 8);
    all[4] = (byte) length;
    int at = 5;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** Sequences in sequences, as many as there is room for. */
  private static byte[] nested(int depth) {
    byte[] all = new byte[depth * 4];
    for (int i = 0; i < depth; i++) {
      int left = all.length - i * 4 - 4;
      all[i * 4] = 0x30;
      all[i * 4 + 1] = (byte) 0x82;
      all[i * 4 + 2] = (byte) (left >> 8);
      all[i * 4 + 3] = (byte) left;
    }
    return all;
  }

  private static byte[] nestedIndefinite(int depth) {
    byte[] all = new byte[5 + depth * 2];
    System.arraycopy(new byte[] {0x30, (byte) 0x80, 2, 1, 3}, 0, all, 0, 5);
    for (int i = 5; i < all.length; i += 2) {
      all[i] = 0x30;
      all[i + 1] = (byte) 0x80;
    }
    return all;
  }
}
