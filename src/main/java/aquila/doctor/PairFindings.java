package aquila.doctor;

import aquila.failure.ExitCode;
import aquila.key.CertificateFile;
import aquila.key.KeyVerdict;
import aquila.key.SigningKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Key and certificate held against each other: rows K22 to K24. */
final class PairFindings {
  static final String ID = "key.pair";
  static final String TITLE = "the key's certificate";

  /** Salesforce takes certificate files of less than this, in bytes. */
  private static final int TOO_LARGE = 4096;

  static final Verdict OTHER_PAIR =
      Verdict.fail(
          "key.not-the-mate",
          "K23",
          ExitCode.KEY,
          "the certificate belongs to another key",
          Advice.by(
                  Who.HERE,
                  "write as key-path the key that was made together with this certificate")
              .or(
                  "that key is lost",
                  "the administrator goes to "
                      + SetupHint.FIND
                      + "External Client App Manager > the app > Settings > OAuth Settings > Enable JWT"
                      + " Bearer Flow: upload the certificate that was made together with this key >"
                      + " Save; in an older connected app: App Manager > the arrow in the app's line >"
                      + " Edit > Use digital signatures, the same > Save"));
  static final Verdict UNREADABLE =
      Verdict.fail(
          "key.certificate-unreadable",
          "K23",
          ExitCode.KEY,
          "the certificate cannot be read",
          "give the certificate that belongs to the key, often server.crt");
  static final Verdict LARGE =
      Verdict.warn(
          "key.certificate-too-large",
          "K22",
          ExitCode.KEY,
          "a certificate of 4 KB or more, which Salesforce may not take",
          "make a pair with a small certificate: aquila key new server.key");

  /** SSE 313488 quotes Salesforce: when an app's certificate expires, nothing happens. */
  static final Verdict EXPIRED =
      Verdict.pass("key.certificate-expired", "K24", "the certificate is over, which is no fault");

  private PairFindings() {}

  static List<Finding> of(Setup setup) {
    CertificateReading reading = setup.certificate();
    if (!(setup.key() instanceof KeyReading.Judged judged
        && judged.verdict() instanceof KeyVerdict.Usable usable)) {
      return List.of(Finding.skip(ID, TITLE, Place.none(), "this needs a usable key"));
    }
    if (reading == null) {
      return List.of(
          Finding.skip(
              ID,
              TITLE,
              Place.none(),
              "none was given: --cert server.crt tells whether it belongs to the key"));
    }
    Place place = Place.none().withFound(SafeText.of(reading.path().toString()));
    if (reading.failure() != null) {
      return List.of(
          Finding.of(UNREADABLE, place, reading.failure().fact(), reading.failure().hints()));
    }
    CertificateFile certificate = reading.certificate();
    return certificate == null
        ? List.of()
        : judge(usable.loaded().key(), certificate, place, setup.now());
  }

  private static List<Finding> judge(
      SigningKey key, CertificateFile certificate, Place place, Instant now) {
    List<Finding> findings = new ArrayList<>();
    if (!certificate.matches(key)) {
      findings.add(Finding.of(OTHER_PAIR, place, fingerprints(key, certificate)));
    }
    if (certificate.bytes() >= TOO_LARGE) {
      String size = "its file has " + certificate.bytes() + " bytes";
      findings.add(Finding.of(LARGE, place, size));
    }
    if (certificate.notAfter().isBefore(now)) {
      String until =
          "it was valid until "
              + certificate.notAfter().atZone(ZoneOffset.UTC).toLocalDate()
              + "; Salesforce does not look at that, so it is not the cause of a refusal";
      findings.add(Finding.of(EXPIRED, place, until, List.of()));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.pass(ID, TITLE, place, "it belongs to the key"));
    }
    return findings;
  }

  private static String fingerprints(SigningKey key, CertificateFile certificate) {
    String other =
        certificate.publicKey().map(CertificateFile::sha256).orElse("none, for it is not RSA");
    return "sha256 of the public key of the key "
        + key.publicKeySha256()
        + ", of the certificate "
        + other;
  }
}
