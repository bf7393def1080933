package io.conserje.conversation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what a model passed to a tool; what cannot be read is an {@link Invalid} that says so. */
public final class Arguments {

  private static final int LONGEST_TEXT = 500;

  /** All but line feeds: no database keeps a NUL, and nobody says one. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n]]");

  private static final int EARLIEST_YEAR = 2000;
  private static final int LATEST_YEAR = 2200;

  private final Map<String, Object> values;

  public Arguments(Map<String, Object> values) {
    this.values = values;
  }

  public static Arguments of(ToolCall call) {
    return new Arguments(call.arguments());
  }

  /** The text, stripped and at most 500 characters long; empty when absent. */
  public String text(String name) {
    Object value = values.get(name);
    String text = value == null ? "" : CONTROL.matcher(value.toString()).replaceAll("").strip();
    if (text.length() > LONGEST_TEXT) {
      throw new Invalid(name + " is longer than " + LONGEST_TEXT + " characters");
    }
    return text;
  }

  public int number(String name) {
    try {
      return Integer.parseInt(text(name).replaceFirst("\\.0$", ""));
    } catch (NumberFormatException e) {
      throw new Invalid(name + " has to be a whole number");
    }
  }

  /** Zero when absent. */
  public int numberIfAny(String name) {
    return text(name).isEmpty() ? 0 : number(name);
  }

  public boolean has(String name) {
    return !text(name).isEmpty();
  }

  /** False when absent. */
  public boolean yes(String name) {
    return switch (text(name)) {
      case "", "false" -> false;
      case "true" -> true;
      default -> throw new Invalid(name + " has to be true or false");
    };
  }

  /** {@code date} and {@code time} together, in the venue's own time. */
  public LocalDateTime dateTime() {
    return date().atTime(time());
  }

  public LocalDate date() {
    return date("date");
  }

  public LocalDate date(String name) {
    try {
      LocalDate date = LocalDate.parse(text(name));
      if (date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR) {
        throw new Invalid(name + " is in no year a guest can mean");
      }
      return date;
    } catch (DateTimeException e) {
      throw new Invalid(name + " has to be yyyy-mm-dd");
    }
  }

  public LocalTime time() {
    try {
      return LocalTime.parse(text("time"));
    } catch (DateTimeException e) {
      throw new Invalid("time has to be HH:mm");
    }
  }

  /** What a model got wrong, in words a model can use. */
  public static final class Invalid extends RuntimeException {
    Invalid(String message) {
      super(message);
    }
  }
}
