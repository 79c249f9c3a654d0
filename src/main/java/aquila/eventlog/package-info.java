/**
 * Event log files: which the org offers, which of them are wanted, and a store on the disk that
 * holds each of them once, whole, and in its newest revision.
 *
 * <p>Knows nothing of settings or of how things are printed; only {@link aquila.eventlog.LogRows}
 * looks into the files. Begin with {@link aquila.eventlog.Fetch}, then {@link
 * aquila.eventlog.Store}, then the pure {@link aquila.eventlog.Plan}.
 */
package aquila.eventlog;
