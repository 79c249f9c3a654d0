package aquila.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aquila.eventlog.LogRow;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Events under one header, and as lines of JSON. */
class RowPrinterTest {

  @Test
  void oneHeaderForUnlikeFilesWithAbsentCellsEmpty() throws Exception {
    assertEquals(
        """
        A,B,C
        1,2,
        3,,4
        ,5,
        """,
        csv(List.of("A", "B", "C"), row("A B", "1", "2"), row("A C", "3", "4"), row("B", "5")));
  }

  @Test
  void columnsAreMatchedByNameAndNotByPlace() throws Exception {
    assertEquals(
        "A,B\n1,2\n1,2\n", csv(List.of("A", "B"), row("A B", "1", "2"), row("B A", "2", "1")));
  }

  @Test
  void aShortRowIsFilledUp() throws Exception {
    assertEquals("A,B\n1,\n", csv(List.of("A", "B"), row("A B", "1")));
  }

  @Test
  void whatNeedsQuotesGetsThem() throws Exception {
    assertEquals(
        "A,B\n\"x\r\ny\",\"a \"\"b\"\", c\"\n",
        csv(List.of("A", "B"), row("A B", "x\r\ny", "a \"b\", c")));
  }

  @Test
  void anUnlistedColumnIsNamedOnceAndLeftOut() throws Exception {
    Bench bench = new Bench(Path.of("/nowhere"));
    StringWriter out = new StringWriter();
    List<String> warnings =
        bench.messagesOf(
            messages -> {
              RowPrinter printer = RowPrinter.csv(out, List.of("A"), messages);
              printer.print(row("A NEW", "1", "2"));
              printer.print(row("A NEW", "3", "4"));
            });
    assertEquals("A\n1\n3\n", out.toString());
    assertEquals(
        List.of(
            "aquila: warning: the column NEW is not in LogFileFieldNames and is left out; -o"
                + " ndjson has it"),
        warnings);
  }

  @Test
  void theFirstFileSaysTheColumnsWhereTheOrgSaysNone() throws Exception {
    assertEquals("A,B\n1,2\n,3\n", csv(List.of(), row("A B", "1", "2"), row("B", "3")));
    assertEquals("A,B\n2,3\n", csv(List.of(), row("A A B", "1", "2", "3")));
  }

  @Test
  void noEventIsOnlyTheHeader() throws Exception {
    assertEquals("A,B\n", csv(List.of("A", "B")));
    assertEquals("", csv(List.of()));
  }

  @Test
  void ndjsonIsAnObjectALine() throws Exception {
    StringWriter out = new StringWriter();
    RowPrinter printer = RowPrinter.ndjson(out);
    printer.print(new LogRow(List.of("A", "B"), List.of("1", "x\ny"), Map.of("A", "Number")));
    printer.print(row("C", "z"));
    assertEquals("{\"A\":1,\"B\":\"x\\ny\"}\n{\"C\":\"z\"}\n", out.toString());
  }

  private static LogRow row(String names, String... values) {
    return new LogRow(List.of(names.split(" ", -1)), List.of(values), Map.of());
  }

  private static String csv(List<String> columns, LogRow... rows) throws Exception {
    StringWriter out = new StringWriter();
    List<String> warnings =
        new Bench(Path.of("/nowhere"))
            .messagesOf(
                messages -> {
                  RowPrinter printer = RowPrinter.csv(out, columns, messages);
                  for (LogRow row : Stream.of(rows).toList()) {
                    printer.print(row);
                  }
                });
    assertEquals(List.of(), warnings);
    return out.toString();
  }
}
