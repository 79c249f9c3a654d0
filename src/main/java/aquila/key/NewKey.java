package aquila.key;

import aquila.failure.Failure;
import aquila.failure.StoreFailure;
import aquila.failure.UsageFailure;
import aquila.file.AtomicFile;
import aquila.file.DiskTrouble;
import aquila.secret.Secret;
import aquila.world.ForeignText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A pair that is yet to be made: the private key for this machine, and beside it the certificate to
 * upload.
 *
 * @param file where the private key goes, absolute
 * @param bits the size of the modulus: 2048, 3072 or 4096
 * @param days how long the certificate is valid
 * @param commonName the name in the certificate, for people to tell it from others
 * @param passphrase encrypts the private key; empty leaves it open
 */
public record NewKey(
    Path file, int bits, int days, String commonName, Optional<Secret> passphrase) {

  private static final Set<Integer> SIZES = Set.of(2048, 3072, 4096);

  /** What is called so is sent around. */
  private static final List<String> PUBLIC = List.of(".crt", ".cer", ".csr", ".pub", ".der");

  /** A hundred years: beyond that some programs cannot tell the time. */
  private static final int MOST_DAYS = 36_500;

  /** The upper bound of a common name (RFC 5280, appendix A.1). It keeps the file below 4 KB. */
  private static final int LONGEST_NAME = 64;

  /**
   * What was made.
   *
   * @param keyFile the private key, readable by its owner only
   * @param certificateFile the certificate, for everybody
   * @param key the key itself
   * @param notAfter the last moment of the certificate's validity
   * @param certificateBytes the size of the certificate's file
   */
  public record Made(
      Path keyFile, Path certificateFile, SigningKey key, Instant notAfter, int certificateBytes) {}

  /**
   * Makes the pair and writes both files, or neither.
   *
   * @param now the certificate is valid from here on
   * @throws UsageFailure if a value is out of its bounds
   * @throws StoreFailure if there is already something under either name, or the disk refuses
   */
  public Made write(Instant now) throws Failure {
    validate();
    refuseIfThere(file);
    refuseIfThere(certificateFile());
    Instant until = now.plus(Duration.ofDays(days));
    HeldCertificate pair = HeldCertificate.generate(bits, commonName, now, until, List.of());
    byte[] certificate = pair.certificatePem().getBytes(StandardCharsets.US_ASCII);
    Secret privateKey = pair.privateKeyPem(passphrase);
    create(file, privateKey.reveal().getBytes(StandardCharsets.US_ASCII), AtomicFile::create);
    privateKey.wipe();
    try {
      create(certificateFile(), certificate, AtomicFile::createShared);
    } catch (StoreFailure e) {
      removeAgain(e);
      throw e;
    }
    Instant notAfter = pair.certificate().getNotAfter().toInstant();
    return new Made(file, certificateFile(), pair.key(), notAfter, certificate.length);
  }

  /** {@code server.key} and {@code server.pem} give {@code server.crt}; others get it appended. */
  public Path certificateFile() {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    String lower = name.toLowerCase(Locale.ROOT);
    boolean replace = lower.endsWith(".key") || lower.endsWith(".pem");
    return file.resolveSibling((replace ? name.substring(0, name.length() - 4) : name) + ".crt");
  }

  private void validate() throws UsageFailure {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (PUBLIC.stream().anyMatch(name::endsWith)) {
      throw new UsageFailure(
          "the private key would have the name of something public: " + file.getFileName(),
          "name the key, for example server.key; its certificate becomes server.crt");
    }
    if (!SIZES.contains(bits)) {
      throw new UsageFailure("a key has 2048, 3072 or 4096 bits, not " + bits);
    }
    if (days < 1 || days > MOST_DAYS) {
      throw new UsageFailure("a certificate is valid for 1 to " + MOST_DAYS + " days, not " + days);
    }
    if (commonName.isBlank()
        || commonName.length() > LONGEST_NAME
        || !ForeignText.printable(commonName).equals(commonName)) {
      throw new UsageFailure(
          "the name in a certificate is 1 to " + LONGEST_NAME + " printable characters");
    }
    if (passphrase.isPresent() && passphrase.get().length() == 0) {
      throw new UsageFailure("the passphrase is empty");
    }
  }

  private static void refuseIfThere(Path path) throws StoreFailure {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw alreadyThere(path);
    }
  }

  private static StoreFailure alreadyThere(Path path) {
    return new StoreFailure(
        ForeignText.printable(path.toString()) + " is already there, and nothing was written",
        "choose another name; a key in use must not be replaced before its certificate is");
  }

  private interface Creation {
    void create(Path path, byte[] content) throws IOException;
  }

  private static void create(Path path, byte[] content, Creation creation) throws StoreFailure {
    try {
      creation.create(path, content);
    } catch (FileAlreadyExistsException e) {
      throw alreadyThere(path);
    } catch (IOException e) {
      throw new StoreFailure(
          ForeignText.printable(path.toString())
              + " could not be written: "
              + DiskTrouble.writing(e));
    }
  }

  private void removeAgain(StoreFailure reason) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}
