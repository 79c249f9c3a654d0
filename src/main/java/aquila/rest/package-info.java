/**
 * Reading one org with a token: single calls, the pages of a query, and one renewal when the org
 * says that the session is over.
 *
 * <p>Knows nothing of settings or of how things are printed. Begin with {@link aquila.rest.Org},
 * then {@link aquila.rest.ApiAddress}, the one place that decides where a token may go.
 */
package aquila.rest;
