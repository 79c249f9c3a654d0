package aquila.cli;

import aquila.json.Json;
import aquila.output.ShellLines;
import aquila.token.AccessToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The forms in which a token is printed. */
enum TokenForm {
  TEXT {
    @Override
    String print(AccessToken token) {
      return token.value().reveal() + "\n";
    }
  },
  JSON {
    @Override
    String print(AccessToken token) {
      ObjectNode json = Json.object();
      json.put("access_token", token.value().reveal());
      put(json, "token_type", token.tokenType());
      json.put("instance_url", token.instanceUrl().toString());
      put(json, "scope", token.scope());
      put(json, "id", token.id());
      put(json, "org_id", token.orgId());
      put(json, "user_id", token.userId());
      put(json, "issued_at", token.issuedAt());
      return Json.write(json) + "\n";
    }
  },
  HEADER {
    @Override
    String print(AccessToken token) {
      return "Authorization: Bearer " + token.value().reveal() + "\n";
    }
  },
  ENV {
    @Override
    String print(AccessToken token) {
      Map<String, String> variables = new LinkedHashMap<>();
      variables.put("SF_ACCESS_TOKEN", token.value().reveal());
      variables.put("SF_INSTANCE_URL", token.instanceUrl().toString());
      return ShellLines.exports(variables);
    }
  };

  abstract String print(AccessToken token);

  private static void put(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
