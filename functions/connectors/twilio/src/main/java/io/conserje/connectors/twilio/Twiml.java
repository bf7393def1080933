package io.conserje.connectors.twilio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Twilio is to do with a call, as XML. By hand: the library's own brings the platform's whole
 * XML machinery into a cold start.
 */
public final class Twiml {

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Twiml> children = new ArrayList<>();
  private String text = "";

  private Twiml(String name) {
    this.name = name;
  }

  public static Twiml response() {
    return new Twiml("Response");
  }

  public static Twiml of(String name) {
    return new Twiml(name);
  }

  /** Left out when it is empty. */
  public Twiml with(String attribute, String value) {
    if (value != null && !value.isEmpty()) {
      attributes.put(attribute, value);
    }
    return this;
  }

  public Twiml saying(String words) {
    text = words;
    return this;
  }

  public Twiml add(Twiml child) {
    children.add(child);
    return this;
  }

  public String xml() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + element();
  }

  private String element() {
    StringBuilder xml = new StringBuilder("<").append(name);
    attributes.forEach((key, value) ->
        xml.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
    if (text.isEmpty() && children.isEmpty()) {
      return xml.append("/>").toString();
    }
    xml.append('>').append(escaped(text));
    children.forEach(child -> xml.append(child.element()));
    return xml.append("</").append(name).append('>').toString();
  }

  /** XML 1.0 has no place for control characters and lone surrogates, escaped or not. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .filter(
            c -> c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF || c == '\n')
        .forEach(c -> safe.append(entity(c)));
    return safe.toString();
  }

  private static String entity(int c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&apos;";
      case '\n' -> "&#10;";
      default -> Character.toString(c);
    };
  }
}
