package aquila.cli;

/** The forms in which a key is described. */
enum ReportForm {
  TEXT,
  JSON
}
