package aquila.token;

import aquila.key.Assertion;
import aquila.key.SigningKey;
import aquila.secret.Secret;
import java.net.URI;
import java.time.Instant;

/**
 * What is exchanged for a token, but for the signature (RFC 7523, section 2.1).
 *
 * @param tokenUrl the token endpoint
 * @param clientId the issuer: the app's consumer key
 * @param username the subject
 * @param audience the authorization server
 * @param instanceUrl the org's origin as it is configured, against which the answer is judged
 */
public record JwtBearerGrant(
    URI tokenUrl, String clientId, String username, String audience, URI instanceUrl) {

  static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  Secret assertion(SigningKey key, Instant now) {
    return Assertion.at(now, clientId, username, audience).signedWith(key);
  }
}
