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
    "https://acme.my.salesforce.com, https://acme.my.salesforce.com:443, SAME",
    "https://acme.my.salesforce.com:443, https://acme.my.salesforce.com, SAME",
    "https://acme.my.salesforce.com, https://acme.my.salesforce.com/, SAME",
    "https://acme.my.salesforce.com, HTTPS://acme.my.salesforce.com, SAME",
    "https://acme.my.salesforce.com, https://new.my.salesforce.com:443, SALESFORCE",
    "https://acme.my.salesforce.com, https://new.my.salesforce.com:80, FOREIGN",
    "https://acme.my.salesforce.com, https://acme.my.salesforce.com., FOREIGN",
    "https://acme.my.salesforce.com, https://salesforce.com, FOREIGN",
    "https://acme.my.salesforce.com, https://acme.my.salesforce.com@evil.example, FOREIGN",
    "https://acme.my.salesforce.com, https://acme-my-salesforce.com, FOREIGN",
    "https://acme.my.salesforce.com, https://evil.example/acme.my.salesforce.com, FOREIGN",
    "https://acme.my.salesforce.com, https://evil.example?.salesforce.com, FOREIGN",
    "https://acme.my.salesforce.com, https://evil.example#.salesforce.com, FOREIGN",
    "https://acme.my.salesforce.com, https://acme.my.salesforce.com.invalid, FOREIGN",
    "https://acme.my.salesforce.com, ftp://acme.my.salesforce.com, FOREIGN",
    "https://acme.my.salesforce.com, javascript://acme.my.salesforce.com, FOREIGN",
    "https://acme.my.salesforce.com, //acme.my.salesforce.com, FOREIGN",
    "https://acme.my.salesforce.com, mailto:jane@acme.my.salesforce.com, FOREIGN",
    "https://acme.my.salesforce.com, https:///acme.my.salesforce.com, FOREIGN",
    "https://acme.my.salesforce.com, https://169.254.169.254, FOREIGN",
    "https://acme.my.salesforce.com, https://[::1], FOREIGN",
    "https://acme.my.salesforce.com, https://[::ffff:127.0.0.1], FOREIGN",
    "https://acme.my.salesforce.com, https://0.0.0.0, FOREIGN",
    "https://acme.my.salesforce.com, https://10.0.0.1, FOREIGN",
    "https://org.example:8443, https://org.example:8443, SAME",
    "https://org.example:8443, https://org.example:8443/, SAME",
    "https://org.example:8443, https://org.example, FOREIGN",
    "https://org.example, https://acme.my.salesforce.com, SALESFORCE",
    "http://localhost:8080, http://127.0.0.1:8080, SAME",
    "http://localhost:8080, https://localhost:8080, SAME",
    "http://localhost:8080, http://[::1]:8080, SAME",
    "http://localhost:8080, ftp://localhost:8080, FOREIGN",
    "http://localhost:8080, file://localhost/etc/passwd, FOREIGN",
    "http://localhost:8080, http://localhost.evil.example:8080, FOREIGN",
    "http://localhost:8080, http://127.0.0.1.evil.example:8080, FOREIGN",
    "http://localhost:8080, http://0.0.0.0:8080, FOREIGN",
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
