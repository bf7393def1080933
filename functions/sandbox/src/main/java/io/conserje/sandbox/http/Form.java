package io.conserje.sandbox.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names and values in their order, repeated names and empty values kept: a form body or a query.
 */
public record Form(List<Field> fields) {

  /** One name with its value, decoded. */
  public record Field(String name, String value) {}

  public static Form empty() {
    return new Form(List.of());
  }

  public static Form parse(String encoded) {
    List<Field> fields = new ArrayList<>();
    if (encoded != null && !encoded.isEmpty()) {
      for (String pair : encoded.split("&")) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        fields.add(new Field(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1))));
      }
    }
    return new Form(List.copyOf(fields));
  }

  public Form with(String name, String value) {
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new Form(List.copyOf(more));
  }

  public Form without(String name) {
    return new Form(fields.stream().filter(field -> !field.name().equals(name)).toList());
  }

  /** The first value of a name, unless it is empty. */
  public Optional<String> find(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .map(Field::value)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  public String encode() {
    return fields.stream()
        .map(field -> encode(field.name()) + "=" + encode(field.value()))
        .reduce((one, other) -> one + "&" + other)
        .orElse("");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
