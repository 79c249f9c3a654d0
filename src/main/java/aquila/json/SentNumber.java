package aquila.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.IOException;

/** A JSON number that stays the text it was sent as: {@code 2692.0}, {@code 1.0E7}. */
final class SentNumber extends ValueNode {
  private final String text;

  SentNumber(String text) {
    this.text = text;
  }

  @Override
  public String asText() {
    return text;
  }

  @Override
  public double doubleValue() {
    return Double.parseDouble(text);
  }

  @Override
  public double asDouble(double defaultValue) {
    return doubleValue();
  }

  /** The whole part; a number that does not fit gives the nearest one that does. */
  @Override
  public long longValue() {
    try {
      // A double holds no more than 53 bits of it.
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return (long) doubleValue();
    }
  }

  @Override
  public long asLong(long defaultValue) {
    return longValue();
  }

  @Override
  public int intValue() {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, longValue()));
  }

  @Override
  public int asInt(int defaultValue) {
    return intValue();
  }

  @Override
  public JsonNodeType getNodeType() {
    return JsonNodeType.NUMBER;
  }

  @Override
  public JsonToken asToken() {
    return JsonToken.VALUE_NUMBER_FLOAT;
  }

  @Override
  public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
    generator.writeNumber(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SentNumber number && number.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
