/**
 * The one place where JSON is read and written.
 *
 * <p>Knows nothing of what the JSON means. Begin with {@link aquila.json.Json}; the tree itself is
 * Jackson's own {@code JsonNode}.
 */
package aquila.json;
