/**
 * One HTTP exchange, done carefully: time-outs and a deadline that cover all of it, no redirects,
 * no half answers, measured retries, and a log line without secrets.
 *
 * <p>Knows nothing of Salesforce, and attaches no credentials by itself. Begin with {@link
 * aquila.http.Http}; {@link aquila.http.NetworkTrouble} is where Java's exceptions become words.
 */
package aquila.http;
