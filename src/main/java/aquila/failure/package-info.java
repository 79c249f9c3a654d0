/**
 * What can go wrong, as facts: one {@link aquila.failure.Failure} leaf for each exit code.
 *
 * <p>Knows nothing of terminals, JSON or advice about Salesforce; those who print or advise read
 * the facts from here. Begin with {@link aquila.failure.ExitCode}, then {@link
 * aquila.failure.Failure}.
 */
package aquila.failure;
