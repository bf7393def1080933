package io.conserje.connectors.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JSON object of a provider whose schemas are open: what is not there, or is of another kind than
 * expected, is as if it were not there.
 */
public record Part(Map<String, Object> fields) {

  public static final Part NOTHING = new Part(Map.of());

  /** What is smaller was counted in seconds. */
  private static final long FIRST_MILLIS = 100_000_000_000L;

  public static Part of(Map<?, ?> map) {
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach((name, value) -> fields.put(String.valueOf(name), value));
    return new Part(fields);
  }

  private static Part of(Object value) {
    return value instanceof Map<?, ?> map ? of(map) : NOTHING;
  }

  public Part at(String name) {
    return of(fields.get(name));
  }

  public boolean has(String name) {
    return fields.get(name) != null;
  }

  public Object value(String name) {
    return fields.get(name);
  }

  /** Empty where it is neither text nor number. */
  public String text(String name) {
    return switch (fields.get(name)) {
      case String text -> text;
      case Number number -> number.toString();
      case Boolean flag -> flag.toString();
      case null, default -> "";
    };
  }

  /** The first of these that says something. */
  public String firstText(String... names) {
    return Stream.of(names).map(this::text).filter(t -> !t.isBlank()).findFirst().orElse("");
  }

  /** The objects of a list. */
  public List<Part> each(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(item -> of(item)).toList()
        : List.of();
  }

  /** The texts of a list. */
  public List<String> texts(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  public Optional<BigDecimal> number(String name) {
    try {
      return fields.get(name) instanceof Number number
          ? Optional.of(new BigDecimal(number.toString()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** From milliseconds, seconds or ISO 8601. */
  public Optional<Instant> time(String name) {
    try {
      return switch (fields.get(name)) {
        case Number number -> Optional.of(ofEpoch(number.longValue()));
        case String text when text.matches("-?\\d{1,18}(\\.\\d+)?") ->
            Optional.of(ofEpoch(new BigDecimal(text).longValue()));
        case String text -> Optional.of(kept(OffsetDateTime.parse(text.strip()).toInstant()));
        case null, default -> Optional.empty();
      };
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Instant ofEpoch(long number) {
    return kept(
        Math.abs(number) < FIRST_MILLIS
            ? Instant.ofEpochSecond(number)
            : Instant.ofEpochMilli(number));
  }

  /** A time that no database takes is none. */
  private static Instant kept(Instant at) {
    if (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
      throw new DateTimeException("no time of this world");
    }
    return at;
  }
}
