package io.conserje.connectors.json;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON of a provider as plain maps, without what no database keeps and no JSON writer writes. */
public final class OpenJson {

  private static final Argument<Object> ANYTHING = Argument.OBJECT_ARGUMENT;

  private final ObjectMapper mapper;

  public OpenJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** Empty for what is no JSON object. */
  public Optional<Part> read(byte[] json) {
    try {
      return part(mapper.readValue(json, ANYTHING));
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** Empty for what is no JSON object, or one written as a text once more. */
  public Optional<Part> read(String json) {
    try {
      Object value = mapper.readValue(json, ANYTHING);
      return part(value instanceof String again ? mapper.readValue(again, ANYTHING) : value);
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Part> part(Object value) {
    return clean(value) instanceof Map<?, ?> map ? Optional.of(Part.of(map)) : Optional.empty();
  }

  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Object clean(Object value) {
    return switch (value) {
      case null -> null;
      case String text -> clean(text);
      case Map<?, ?> map -> {
        Map<String, Object> all = new LinkedHashMap<>();
        map.forEach((name, inner) -> all.put(clean(String.valueOf(name)), clean(inner)));
        yield all;
      }
      case List<?> list -> {
        List<Object> all = new ArrayList<>();
        list.forEach(inner -> all.add(clean(inner)));
        yield all;
      }
      case Double number when number.isNaN() || number.isInfinite() -> null;
      default -> value;
    };
  }

  /** Without NUL and without halves of characters. */
  private static String clean(String text) {
    boolean harmless = text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c));
    if (harmless) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(c -> c != 0 && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
