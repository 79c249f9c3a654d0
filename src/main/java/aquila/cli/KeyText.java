package aquila.cli;

import aquila.json.Json;
import aquila.key.CertificateFile;
import aquila.key.KeyPassport;
import aquila.key.NewKey;
import aquila.world.ForeignText;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Keys in words. */
final class KeyText {

  private KeyText() {}

  /** What was made, and what to do next. */
  static String of(NewKey.Made made) {
    return String.join(
        "\n",
        "private key   "
            + shown(made.keyFile())
            + "  ("
            + made.key().bits()
            + " bits; keep it here)",
        "certificate   "
            + shown(made.certificateFile())
            + "  (valid until "
            + day(made.notAfter())
            + "; upload it)",
        "public key    sha256 " + made.key().publicKeySha256(),
        "",
        "next: in Salesforce, Setup > External Client App Manager > the app > Settings >",
        "OAuth Settings: tick \"Enable JWT Bearer Flow\" and upload the certificate",
        "");
  }

  /** What was made, for programs; the members are those of {@code key show}. */
  static String json(NewKey.Made made) {
    ObjectNode json = Json.object();
    json.put("key_file", made.keyFile().toString());
    json.put("certificate_file", made.certificateFile().toString());
    json.put("bits", made.key().bits());
    json.put("public_key_sha256", made.key().publicKeySha256());
    ObjectNode certificate = json.putObject("certificate");
    certificate.put("matches", true);
    certificate.put("not_after", made.notAfter().toString());
    certificate.put("bytes", made.certificateBytes());
    return Json.write(json) + "\n";
  }

  /** The passport of a key. */
  static String of(KeyPassport key, @Nullable CertificateFile certificate, Instant now) {
    StringBuilder text = new StringBuilder();
    line(text, "format", key.format());
    line(text, "type", unknownIfNull(key.type()));
    line(text, "bits", unknownIfNull(key.bits()));
    line(text, "encrypted", key.encrypted() ? "yes" : "no");
    line(text, "mode", unknownIfNull(key.mode()));
    line(text, "public key", key.publicKeySha256() == null ? hidden() : sha256(key));
    if (certificate != null) {
      line(text, "certificate", judgement(key, certificate));
      line(text, "valid", validity(certificate, now));
      line(text, "size", certificate.bytes() + " bytes");
    }
    return text.toString();
  }

  /** The passport of a key, for programs; what is not known is left out. */
  static String json(KeyPassport key, @Nullable CertificateFile certificate) {
    ObjectNode json = Json.object();
    json.put("format", key.format());
    if (key.type() != null) {
      json.put("type", key.type());
    }
    if (key.bits() != null) {
      json.put("bits", key.bits());
    }
    json.put("encrypted", key.encrypted());
    if (key.mode() != null) {
      json.put("mode", key.mode());
    }
    if (key.publicKeySha256() != null) {
      json.put("public_key_sha256", key.publicKeySha256());
    }
    if (certificate != null) {
      ObjectNode beside = json.putObject("certificate");
      if (key.key() != null) {
        beside.put("matches", certificate.matches(key.key()));
      }
      beside.put("not_before", certificate.notBefore().toString());
      beside.put("not_after", certificate.notAfter().toString());
      beside.put("bytes", certificate.bytes());
    }
    return Json.write(json) + "\n";
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(" ".repeat(13 - name.length())).append(value).append('\n');
  }

  private static String unknownIfNull(@Nullable Object value) {
    return value == null ? "unknown" : value.toString();
  }

  private static String hidden() {
    return "unknown without the passphrase";
  }

  private static String sha256(KeyPassport key) {
    return "sha256 " + key.publicKeySha256();
  }

  private static String judgement(KeyPassport key, CertificateFile certificate) {
    if (key.key() == null) {
      return hidden();
    }
    return certificate.matches(key.key())
        ? "belongs to this key"
        : "belongs to ANOTHER key"
            + certificate
                .publicKey()
                .map(other -> ", sha256 " + CertificateFile.sha256(other))
                .orElse("");
  }

  private static String validity(CertificateFile certificate, Instant now) {
    String dates = day(certificate.notBefore()) + " to " + day(certificate.notAfter());
    // Salesforce does not look at the dates of an app's certificate, so this is no error.
    return certificate.notAfter().isBefore(now)
        ? dates + " (over, which Salesforce ignores)"
        : dates;
  }

  private static String day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String shown(Object path) {
    return ForeignText.printable(path.toString());
  }
}
