package aquila.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aquila.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Records in four forms. */
class RecordWriterTest {

  @ParameterizedTest
  @CsvSource({"TABLE, ''", "JSON, '[]\n'", "NDJSON, ''", "CSV, ''"})
  void inventsNoHeadingsWhereThereAreNoRows(RecordFormat format, String expected)
      throws IOException {
    assertEquals(expected, written(format));
    StringWriter text = new StringWriter();
    RecordWriter writer = format.writer(text);
    writer.write(List.of());
    writer.end();
    assertEquals(expected, text.toString());
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheOrderOverAllPages(RecordFormat format) throws IOException {
    StringWriter text = new StringWriter();
    RecordWriter writer = format.writer(text);
    writer.write(List.of(record("{'n':1}"), record("{'n':2}")));
    writer.write(List.of());
    writer.write(List.of(record("{'n':3}")));
    writer.end();
    assertEquals("123", text.toString().replaceAll("[^0-9]", ""));
  }

  @Test
  void writesOneArrayOfJson() throws IOException {
    String text = written(RecordFormat.JSON, "{'a':1,'b':null}", "{'a':{'c':[true]}}");
    assertEquals("[{\"a\":1,\"b\":null},\n{\"a\":{\"c\":[true]}}]\n", text);
    assertEquals(2, Json.read(text.getBytes(StandardCharsets.UTF_8)).size());
  }

  @Test
  void writesOneObjectALine() throws IOException {
    assertEquals(
        "{\"a\":\"x\\ny\u2028\"}\n{\"a\":null}\n",
        written(RecordFormat.NDJSON, "{'a':'x\\ny\\u2028'}", "{'a':null}"));
  }

  @ParameterizedTest
  @EnumSource
  void leavesNumbersAsTheyWereSent(RecordFormat format) throws IOException {
    List<String> numbers =
        List.of("2692.0", "1.0E7", "1e400", "12345678901234567890123", "-0.0", "0.10");
    for (String number : numbers) {
      String text = written(format, "{'a':" + number + "}");
      assertTrue(text.contains(number), text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain | plain",
        "a,b | \"a,b\"",
        "say \\\"x\\\" | \"say \"\"x\"\"\"",
        "a\\nb | `\"a\nb\"`",
        "a\\r\\nb | `\"a\r\nb\"`",
        "a\\rb | `\"a\rb\"`",
        "` a ` | ` a `",
        "#a | `\"#a\"`",
        "=1+1 | =1+1",
        "\u00e9\u4e2d\ud83e\udd85 | \u00e9\u4e2d\ud83e\udd85",
        "\\u001b[31m | `\u001b[31m`",
        "null | null",
      })
  void quotesCsvWhereItMust(String value, String cell) throws IOException {
    String text = written(RecordFormat.CSV, "{'a':'" + value + "','b':1}");
    assertEquals("a,b\n" + cell + ",1\n", text);
  }

  @Test
  void readsItsOwnCsvBack() throws IOException {
    String odd = "\\\"a\\\",\\n\\\\ \\t;'";
    String text = written(RecordFormat.CSV, "{'x':'" + odd.replace("'", "\\u0027") + "','y':''}");
    List<List<String>> rows = csv(text);
    assertEquals(List.of("x", "y"), rows.get(0));
    assertEquals(List.of("\"a\",\n\\ \t;'", ""), rows.get(1));
  }

  @Test
  void keepsTheRowOfASingleEmptyCell() throws IOException {
    String text = written(RecordFormat.CSV, "{'a':null}", "{'a':'x'}", "{'a':''}");
    assertEquals("a\n\"\"\nx\n\"\"\n", text);
    assertEquals(4, csv(text).size());
  }

  @Test
  void flattensParentsAtThePlaceWhereTheyFirstStood() throws IOException {
    String text =
        written(
            RecordFormat.CSV,
            "{'Id':'1','Owner':null,'Name':'a'}",
            "{'Id':'2','Owner':{'Name':'o','Manager':null},'Name':'b'}",
            "{'Id':'3','Owner':{'Name':'p','Manager':{'Name':'m'}},'Name':'c','New':true}");
    assertEquals(
        """
        Id,Owner.Name,Owner.Manager.Name,Name,New
        1,,,a,
        2,o,,b,
        3,p,m,c,true
        """,
        text);
  }

  @Test
  void keepsAParentThatIsNullEverywhereAsOneColumn() throws IOException {
    assertEquals("Owner,b\n,1\n", written(RecordFormat.CSV, "{'Owner':null,'b':1}"));
  }

  @Test
  void putsASubqueryIntoOneCell() throws IOException {
    String text =
        written(RecordFormat.CSV, "{'a':1,'Contacts':null}", "{'a':2,'Contacts':[{'n':1.0}]}");
    assertEquals("a,Contacts\n1,\n2,\"[{\"\"n\"\":1.0}]\"\n", text);
    assertTrue(
        written(RecordFormat.TABLE, "{'a':2,'Contacts':[{'n':1.0}]}").contains("[{\"n\":1.0}]"));
  }

  @Test
  void alignsATable() throws IOException {
    assertEquals(
        """
        Id   Account.Name  n
        1                  2692.0
        222  x y           1
        """,
        written(
            RecordFormat.TABLE,
            "{'Id':'1','Account':null,'n':2692.0}",
            "{'Id':'222','Account':{'Name':'x y'},'n':1}"));
  }

  @Test
  void alignsLettersThatAreWideOrNone() throws IOException {
    assertEquals(
        """
        a     b
        \u4e2d\u6587  1
        \u00e9     1
        e\u0301     1
        \ud83e\udd85    1
        \uff21    1
        abcd  1
        """,
        written(
            RecordFormat.TABLE,
            "{'a':'\u4e2d\u6587','b':1}",
            "{'a':'\u00e9','b':1}",
            "{'a':'e\u0301','b':1}",
            "{'a':'\ud83e\udd85','b':1}",
            "{'a':'\uff21','b':1}",
            "{'a':'abcd','b':1}"));
  }

  @Test
  void showsControlCharactersInATable() throws IOException {
    String text =
        written(RecordFormat.TABLE, "{'a\\u001b':'x\\ny\\u001b[2J\\u009b\\u202e\\tz','b':1}");
    assertEquals("a\\u{1b}" + " ".repeat(25) + "b\nx\\ny\\u{1b}[2J\\u{9b}\\u{202e}\\tz  1\n", text);
  }

  private static String written(RecordFormat format, String... records) throws IOException {
    StringWriter text = new StringWriter();
    RecordWriter writer = format.writer(text);
    for (String record : records) {
      writer.write(List.of(record(record)));
    }
    writer.end();
    return text.toString();
  }

  private static ObjectNode record(String json) throws IOException {
    return (ObjectNode) Json.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static List<List<String>> csv(String text) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (var reader = CsvReader.builder().ofCsvRecord(text)) {
      reader.forEach(row -> rows.add(row.getFields()));
    }
    return rows;
  }
}
