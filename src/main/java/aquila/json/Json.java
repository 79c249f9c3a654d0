package aquila.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Reads and writes JSON (RFC 8259) as Jackson's tree, without Jackson's mapper.
 *
 * <p>The mapper costs about 70 ms on a cold start, and it would turn {@code 2692.0} into something
 * else; here a number stays the text that the server sent.
 */
public final class Json {

  /** Deeper answers are not Salesforce's. */
  private static final int DEEPEST = 50;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private Json() {}

  /** An empty object to be filled. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An empty array to be filled. */
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** A number that stays this text, which must be what JSON takes for one. */
  public static JsonNode number(String text) {
    return new SentNumber(text);
  }

  /**
   * Reads one JSON value from UTF-8 bytes.
   *
   * @throws IOException if the bytes are not one whole JSON value, are nested deeper than 50
   *     levels, or name a member twice
   */
  public static JsonNode read(byte[] bytes) throws IOException {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new IOException("no JSON value");
      }
      JsonNode value = value(parser, first);
      if (parser.nextToken() != null) {
        throw new IOException("more than one JSON value");
      }
      return value;
    }
  }

  /**
   * Writes an object on one line. Callers hold an {@link ObjectNode}: to pass it on as a {@link
   * JsonNode}, the JVM would load Jackson's classes together with the caller, also where nothing is
   * written.
   */
  public static String write(ObjectNode object) {
    return write((JsonNode) object);
  }

  /** Writes a value on one line. */
  public static String write(JsonNode node) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      write(node, generator);
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString();
  }

  private static JsonNode value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> elements(parser);
      case VALUE_STRING -> TextNode.valueOf(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new SentNumber(parser.getText());
      case VALUE_TRUE -> BooleanNode.TRUE;
      case VALUE_FALSE -> BooleanNode.FALSE;
      case VALUE_NULL -> NullNode.instance;
      default -> throw new IOException("unexpected " + token);
    };
  }

  private static ObjectNode members(JsonParser parser) throws IOException {
    ObjectNode object = object();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      object.set(name, value(parser, parser.nextToken()));
    }
    return object;
  }

  private static ArrayNode elements(JsonParser parser) throws IOException {
    ArrayNode array = array();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      array.add(value(parser, token));
    }
    return array;
  }

  private static void write(JsonNode node, JsonGenerator generator) throws IOException {
    if (node instanceof ObjectNode object) {
      generator.writeStartObject();
      for (var member : object.properties()) {
        generator.writeFieldName(member.getKey());
        write(member.getValue(), generator);
      }
      generator.writeEndObject();
    } else if (node instanceof ArrayNode array) {
      generator.writeStartArray();
      for (JsonNode element : array) {
        write(element, generator);
      }
      generator.writeEndArray();
    } else if (node instanceof TextNode text) {
      generator.writeString(text.textValue());
    } else if (node.isNull()) {
      generator.writeNull();
    } else {
      // Numbers and booleans: what they print is what JSON wants.
      generator.writeRawValue(node.asText());
    }
  }
}
