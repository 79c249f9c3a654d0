package aquila.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/** An assertion as the server sees it: a text from a stranger, not yet believed. */
public final class ReceivedAssertion {
  private final JWSObject jws;
  private final Map<String, Object> claims;

  private ReceivedAssertion(JWSObject jws, Map<String, Object> claims) {
    this.jws = jws;
    this.claims = claims;
  }

  /**
   * Takes a compact serialization apart, without believing it.
   *
   * @return empty if it is not a JWS, or its payload not a JSON object
   */
  public static Optional<ReceivedAssertion> parse(String compact) {
    try {
      JWSObject jws = JWSObject.parse(compact);
      Map<String, Object> claims = jws.getPayload().toJSONObject();
      return claims == null ? Optional.empty() : Optional.of(new ReceivedAssertion(jws, claims));
    } catch (ParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The algorithm that the header names, for example {@code RS256}. */
  public String algorithm() {
    return jws.getHeader().getAlgorithm().getName();
  }

  /** The claims as they were sent: text, numbers, lists. */
  public Map<String, Object> claims() {
    return claims;
  }

  /** A claim that is a text, or empty. */
  public Optional<String> text(String claim) {
    return claims.get(claim) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** Whether it is RS256, and this key's owner signed it. */
  public boolean isSignedBy(RSAPublicKey key) {
    if (!algorithm().equals("RS256")) {
      return false;
    }
    try {
      return jws.verify(new RSASSAVerifier(key));
    } catch (JOSEException | IllegalStateException e) {
      return false;
    }
  }
}
