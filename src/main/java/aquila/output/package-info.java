/**
 * Records as people and programs want them: a table, JSON, NDJSON, CSV, or lines for a shell.
 *
 * <p>Knows nothing of where the records come from. Begin with {@link aquila.output.RecordWriter}.
 */
package aquila.output;
