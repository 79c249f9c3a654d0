package aquila.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** The types of fields, by their names in a describe. */
enum FieldType {
  ID("tns:ID"),
  STRING("xsd:string"),
  TEXTAREA("xsd:string"),
  PICKLIST("xsd:string"),
  EMAIL("xsd:string"),
  PHONE("xsd:string"),
  URL("xsd:string"),
  REFERENCE("tns:ID"),
  BASE64("xsd:base64Binary"),
  BOOLEAN("xsd:boolean"),
  INT("xsd:int"),
  DOUBLE("xsd:double"),
  CURRENCY("xsd:double"),
  DATE("xsd:date"),
  DATETIME("xsd:dateTime");

  private final String soapType;

  FieldType(String soapType) {
    this.soapType = soapType;
  }

  String soapType() {
    return soapType;
  }

  /** The name on the wire. */
  String word() {
    return this == DATETIME ? "dateTime" : name().toLowerCase(Locale.ROOT);
  }

  boolean isId() {
    return this == ID || this == REFERENCE;
  }

  boolean isNumber() {
    return this == INT || this == DOUBLE || this == CURRENCY;
  }

  /** Too long to be searched, sorted or compared: it is only ever read. */
  boolean isLong() {
    return this == BASE64 || this == TEXTAREA;
  }

  /** Whether GROUP BY takes it. */
  boolean isGroupable() {
    return !isLong() && this != DATETIME && this != DOUBLE && this != CURRENCY;
  }

  /** Whether an aggregate function takes it (SOQL Reference, "Support for Field Types"). */
  boolean supports(String function) {
    return isNumber() || !(isLong() || this == BOOLEAN || "AVG SUM".contains(function));
  }

  boolean isText() {
    return !isNumber() && this != BOOLEAN && this != DATE && this != DATETIME;
  }

  /** The class of a value of this type, which is never anything else but null. */
  Class<?> valueClass() {
    return switch (this) {
      case BOOLEAN -> Boolean.class;
      case INT -> Integer.class;
      case DOUBLE, CURRENCY -> Double.class;
      case DATE -> LocalDate.class;
      case DATETIME -> Instant.class;
      default -> String.class;
    };
  }
}
