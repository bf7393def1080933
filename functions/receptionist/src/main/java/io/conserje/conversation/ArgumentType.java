package io.conserje.conversation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * What can be asked for: what a schema calls it, and how the text of it is read.
 *
 * @param choices what alone it can be; empty where that is open
 * @param absent what stands for it when nobody says it
 */
record ArgumentType(String schemaType, List<String> choices, Object absent, Reading reading) {

  private static final int EARLIEST_YEAR = 2000;
  private static final int LATEST_YEAR = 2200;

  private static final Map<Class<?>, ArgumentType> PLAIN =
      Map.of(
          String.class, plain("string", "", (name, text) -> text),
          int.class, plain("integer", 0, ArgumentType::number),
          Integer.class, plain("integer", null, ArgumentType::number),
          boolean.class, plain("boolean", false, ArgumentType::yes),
          Boolean.class, plain("boolean", null, ArgumentType::yes),
          LocalDate.class, plain("string", null, ArgumentType::date),
          LocalTime.class, plain("string", null, ArgumentType::time));

  /** Of a text that is in no way right, an {@link InvalidArgument} names the argument. */
  interface Reading {
    Object of(String name, String text);
  }

  static ArgumentType of(Class<?> type) {
    if (type.isEnum()) {
      Choices choices = Choices.of(type);
      return new ArgumentType("string", choices.offered(), null, choices::read);
    }
    ArgumentType plain = PLAIN.get(type);
    if (plain == null) {
      throw new IllegalArgumentException("No argument can be a " + type.getName());
    }
    return plain;
  }

  private static ArgumentType plain(String schemaType, Object absent, Reading reading) {
    return new ArgumentType(schemaType, List.of(), absent, reading);
  }

  private static int number(String name, String text) {
    try {
      return Integer.parseInt(text.replaceFirst("\\.0$", ""));
    } catch (NumberFormatException e) {
      throw new InvalidArgument(name + " has to be a whole number");
    }
  }

  private static boolean yes(String name, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidArgument(name + " has to be true or false");
    };
  }

  private static LocalDate date(String name, String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR) {
        throw new InvalidArgument(name + " is in no year a guest can mean");
      }
      return date;
    } catch (DateTimeException e) {
      throw new InvalidArgument(name + " has to be yyyy-mm-dd");
    }
  }

  private static LocalTime time(String name, String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidArgument(name + " has to be HH:mm");
    }
  }
}
