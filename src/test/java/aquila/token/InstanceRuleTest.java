package aquila.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceRuleTest {

  @ParameterizedTest
  @CsvSource({
    "https://acme.my.salesforce.com, https://acme.my.salesforce.com, SAME",
    "https://acme.my.salesforce.com, https://ACME.my.salesforce.com, SAME",
    "https://acme.my.salesforce.com, https://acme.my.salesforce.com:443, SALESFORCE",
    "https://acme.my.salesforce.com, https://new.my.salesforce.com, SALESFORCE",
    "https://acme.my.salesforce.com, https://na9.salesforce.com, SALESFORCE",
    "https://acme.my.salesforce.com, https://acme.my.salesforce.mil, SALESFORCE",
    "https://login.salesforce.com, https://acme.my.salesforce.com, SALESFORCE",
    "https://acme.my.salesforce.com, https://evil.example, FOREIGN",
    "https://acme.my.salesforce.com, https://salesforce.com.evil.example, FOREIGN",
    "https://acme.my.salesforce.com, https://notsalesforce.com, FOREIGN",
    "https://acme.my.salesforce.com, http://acme.my.salesforce.com, FOREIGN",
    "https://acme.my.salesforce.com, https://u:p@acme.my.salesforce.com, FOREIGN",
    "https://acme.my.salesforce.com, https://acme.my.salesforce.com:8443, FOREIGN",
    "https://acme.my.salesforce.com, http://localhost, FOREIGN",
    "https://acme.my.salesforce.com, http://127.0.0.1:80, FOREIGN",
    "https://org.example, https://org.example, SAME",
    "http://127.0.0.1:8080, http://127.0.0.1:8080, SAME",
    "http://127.0.0.1:8080, http://127.0.0.1:9090, SALESFORCE",
    "http://127.0.0.1:8080, http://u@127.0.0.1:8080, FOREIGN",
    "http://127.0.0.1:8080, https://acme.my.salesforce.com, FOREIGN",
  })
  void judgesWhereATokenMayGo(URI configured, URI answered, InstanceRule rule) {
    assertEquals(rule, InstanceRule.judge(configured, answered));
  }
}
