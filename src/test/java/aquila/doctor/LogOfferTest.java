package aquila.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of the files that an org offers. */
class LogOfferTest {

  @Test
  void theNewestIsThatOfTheNewestDayOrHourWhicheverWasMadeLast() {
    LogOffer offer =
        new LogOffer(
            List.of(
                file("Login", "2026-11-24T00:00:00.000+0000"),
                file("RestApi", "2026-11-24T23:00:00.000+0000"),
                file("Logout", "2026-11-23T00:00:00.000+0000")),
            true);
    assertEquals("RestApi of 2026-11-24T23:00:00.000+0000", offer.newest());
  }

  private static ObjectNode file(String type, String date) {
    return Json.object().put("EventType", type).put("LogDate", date);
  }
}
