package aquila.key;

import aquila.json.Json;
import aquila.secret.Secret;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.time.Duration;
import java.time.Instant;

/**
 * The claim that is exchanged for an access token: "I am this app, acting for this user, and you
 * are this server" (RFC 7523, section 3). It is a pure function of the fields and the time.
 *
 * @param issuer {@code iss}: the app's consumer key
 * @param subject {@code sub}: the user's login name
 * @param audience {@code aud}: the authorization server, one string
 * @param expiry {@code exp}: whole seconds are sent
 */
public record Assertion(String issuer, String subject, String audience, Instant expiry) {

  /** Always the same, and written here because the library takes time to do so. */
  private static final JWSHeader HEADER =
      new JWSHeader.Builder(JWSAlgorithm.RS256)
          .parsedBase64URL(Base64URL.encode("{\"alg\":\"RS256\"}"))
          .build();

  /** Salesforce's documentation asks for an expiry within three minutes. */
  public static final Duration LIFETIME = Duration.ofMinutes(3);

  /** The assertion that these fields make at this moment. */
  public static Assertion at(Instant now, String issuer, String subject, String audience) {
    return new Assertion(issuer, subject, audience, now.plus(LIFETIME));
  }

  /**
   * Signs with RS256 (RFC 7518, section 3.3) and verifies the result with the public half of the
   * key, so that a signature which the server refuses is known not to be broken here.
   *
   * @return the compact serialization (RFC 7515, section 3.1)
   */
  public Secret signedWith(SigningKey key) {
    ObjectNode claims = Json.object();
    claims.put("iss", issuer);
    claims.put("sub", subject);
    claims.put("aud", audience);
    claims.put("exp", expiry.getEpochSecond());
    // The library's own writing of JSON takes longer to load than ours.
    JWSObject jws = new JWSObject(HEADER, new Payload(Json.write(claims)));
    RSASSASigner signer = new RSASSASigner(key.privateKey());
    RSASSAVerifier verifier = new RSASSAVerifier(key.publicKey());
    if (key.provider() != null) {
      signer.getJCAContext().setProvider(key.provider());
      verifier.getJCAContext().setProvider(key.provider());
    }
    try {
      jws.sign(signer);
      if (!jws.verify(verifier)) {
        throw new IllegalStateException("the signature does not verify with the public key");
      }
    } catch (JOSEException e) {
      throw new IllegalStateException("an RSA key of 2048 bits or more cannot sign RS256", e);
    }
    return Secret.of(jws.serialize());
  }
}
