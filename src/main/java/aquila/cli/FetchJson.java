package aquila.cli;

import aquila.eventlog.Content;
import aquila.eventlog.EventLogFile;
import aquila.eventlog.FetchReport;
import aquila.eventlog.FetchedFile;
import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The report of a fetch as JSON. */
final class FetchJson {

  private FetchJson() {}

  static ObjectNode of(FetchReport report) {
    ObjectNode json = Json.object();
    json.put("listed", report.listed());
    json.put("stored", report.stored());
    json.put("already", report.already());
    json.put("waiting", report.waiting());
    json.put("failed", report.failed());
    json.put("bytes", report.bytes());
    ArrayNode files = json.putArray("files");
    report.files().forEach(file -> files.add(of(file)));
    for (String strange : report.strange()) {
      files.addObject().put("status", FetchedFile.Status.FAILED.word()).put("error", strange);
    }
    return json;
  }

  private static ObjectNode of(FetchedFile fetched) {
    EventLogFile file = fetched.file();
    ObjectNode json = Json.object();
    json.put("id", file.id());
    json.put("event_type", file.eventType());
    json.put("interval", file.interval().directory());
    json.put("log_date", file.logDate().toString());
    if (fetched.path() != null) {
      json.put("path", fetched.path());
    }
    json.put("status", fetched.status().word());
    Content content = fetched.content();
    if (content != null) {
      json.put("length", content.bytes());
      json.put("sha256", content.sha256());
    }
    if (fetched.error() != null) {
      json.put("error", fetched.error());
    }
    return json;
  }
}
