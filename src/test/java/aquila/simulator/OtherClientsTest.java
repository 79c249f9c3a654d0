package aquila.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aquila.json.Json;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Assertions as clients other than Aquila make them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherClientsTest {
  private KeyPair pair;
  private SimulatedOrg org;

  @BeforeAll
  void start() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    pair = generator.generateKeyPair();
    org = SimulatedOrg.start(OrgSetup.of((RSAPublicKey) pair.getPublic(), Visitor.CLOCK));
  }

  @AfterAll
  void stop() throws Exception {
    org.close();
  }

  static List<Map<String, Object>> oddClaims() {
    return List.of(
        Map.of("exp", Long.toString(Visitor.NOW.getEpochSecond() + 60)),
        // Salesforce's own command line: milliseconds.
        Map.of("exp", Visitor.NOW.toEpochMilli() + 300),
        Map.of("jti", "1", "iat", 1),
        // The older claim wins.
        Map.of("prn", OrgSetup.USERNAME, "sub", "nobody"));
  }

  @ParameterizedTest
  @MethodSource("oddClaims")
  void takesWhatTheySend(Map<String, Object> claims) throws Exception {
    HttpResponse<String> reply =
        present(JWSAlgorithm.RS256, claims, new RSASSASigner(pair.getPrivate()));
    assertEquals(200, reply.statusCode(), reply.body());
  }

  @Test
  void refusesAnotherAlgorithm() throws Exception {
    HttpResponse<String> reply = present(JWSAlgorithm.HS256, Map.of(), new MACSigner(new byte[32]));
    assertEquals(400, reply.statusCode());
    assertEquals(
        Json.object().put("error", "invalid_grant").put("error_description", "invalid assertion"),
        Visitor.json(reply));
  }

  private HttpResponse<String> present(
      JWSAlgorithm algorithm, Map<String, Object> others, JWSSigner signer) throws Exception {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ConnectedApp.CLIENT_ID);
    claims.put("sub", OrgSetup.USERNAME);
    claims.put("aud", org.audience() + "/");
    claims.put("exp", Visitor.NOW.getEpochSecond() + 60);
    claims.putAll(others);
    return new Visitor(org).present(signed(algorithm, claims, signer));
  }

  private static String signed(JWSAlgorithm algorithm, Map<String, Object> claims, JWSSigner signer)
      throws JOSEException {
    JWSObject jws = new JWSObject(new JWSHeader(algorithm), new Payload(claims));
    jws.sign(signer);
    return jws.serialize();
  }
}
