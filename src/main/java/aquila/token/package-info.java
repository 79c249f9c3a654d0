/**
 * Assertion in, access token out (RFC 7523, section 2.1), and what the token endpoint may answer
 * instead.
 *
 * <p>Knows nothing of settings and gives no advice about Salesforce's set-up. Begin with {@link
 * aquila.token.TokenEndpoint}, then {@link aquila.token.TokenAnswer}.
 */
package aquila.token;
