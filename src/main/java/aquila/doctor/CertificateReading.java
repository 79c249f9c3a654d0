package aquila.doctor;

import aquila.failure.KeyFailure;
import aquila.key.CertificateFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading the certificate that was uploaded to the app.
 *
 * @param path the file
 * @param certificate what is in it, or null
 * @param failure why there is nothing, or null
 */
public record CertificateReading(
    Path path, @Nullable CertificateFile certificate, @Nullable KeyFailure failure) {

  static CertificateReading of(Path path) {
    try {
      return new CertificateReading(path, CertificateFile.read(path), null);
    } catch (KeyFailure e) {
      return new CertificateReading(path, null, e);
    }
  }
}
