package aquila.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventLogFilesTest {
  private SimulatedOrg org;
  private Visitor visitor;
  private String token;

  @BeforeEach
  void start() throws Exception {
    org =
        SimulatedOrg.start(
            Visitor.setup()
                .with(new EventLogs(2, List.of("Login", "ApexUnexpectedException"), true)));
    visitor = new Visitor(org);
    token = visitor.logIn();
  }

  @AfterEach
  void stop() throws Exception {
    org.close();
  }

  @Test
  void eventLogFilesAreAsLongAsTheySay() throws Exception {
    JsonNode files =
        Visitor.json(
                visitor.query(
                    token,
                    "SELECT Id, LogFile, LogFileLength, LogFileFieldNames FROM EventLogFile"
                        + " WHERE Sequence >= 0"))
            .get("records");
    // Two days and this day's hours before eight, twice; four hours are still being gathered.
    assertEquals(2 * (2 + 2 * 24 + 8), files.size());
    Set<String> ids = new HashSet<>();
    for (JsonNode file : files) {
      ids.add(file.get("Id").asText());
      HttpResponse<String> csv = visitor.getAs(token, file.get("LogFile").asText());
      assertEquals(
          file.get("LogFileLength").asInt(), csv.body().getBytes(StandardCharsets.UTF_8).length);
      String names = file.get("LogFileFieldNames").asText();
      assertTrue(csv.body().startsWith("\"" + names.replace(",", "\",\"") + "\"\n"), csv.body());
    }
    assertEquals(files.size(), ids.size());
  }
}
