package io.conserje.console;

import io.conserje.connectors.postgres.views.ConversationViews.Place;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request asks for, read strictly: whatever cannot be understood is refused with what to do
 * about it.
 */
final class Asked {

  private static final Pattern DAY = Pattern.compile("2\\d{3}-\\d{2}-\\d{2}");
  private static final Pattern PLACE =
      Pattern.compile("(2\\d{3}-\\d\\d-\\d\\dT[0-9:.]+Z)_([0-9a-f-]{36})");
  private static final int LONGEST = 200;
  private static final int LONGEST_NOTE = 500;

  private Asked() {}

  /** A parameter that must be there. */
  static String required(String name, String value) {
    if (value == null || value.isBlank()) {
      throw Refused.badRequest("Add the parameter " + name + " to the query.");
    }
    return clean(name, value);
  }

  /** A parameter that may be left out: null then. */
  static String optional(String name, String value) {
    return value == null || value.isBlank() ? null : clean(name, value);
  }

  private static String clean(String name, String value) {
    if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
      throw Refused.badRequest(
          "Give "
              + name
              + " as text of at most "
              + LONGEST
              + " characters, without control characters.");
    }
    return value;
  }

  /** A plus sign that was not written as %2B arrives as a space. */
  static String address(String value) {
    return plus(optional("address", value));
  }

  /** As {@link #address(String)}, and it must be there. */
  static String address(String value, String name) {
    return plus(required(name, value));
  }

  private static String plus(String address) {
    return address != null && address.startsWith(" ") ? "+" + address.strip() : address;
  }

  static boolean isVenue(String value) {
    return value.matches("[a-z0-9-]{1,40}");
  }

  static LocalDate day(String name, String value) {
    String day = required(name, value);
    try {
      if (DAY.matcher(day).matches()) {
        return LocalDate.parse(day);
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw Refused.badRequest(
        "Give " + name + " as a day of the venue's calendar, for example 2026-11-21.");
  }

  static LocalTime time(String name, String value) {
    try {
      return LocalTime.parse(required(name, value)).truncatedTo(ChronoUnit.MINUTES);
    } catch (DateTimeException e) {
      throw Refused.badRequest(
          "Give " + name + " as a time of the venue's own, for example 21:00.");
    }
  }

  static LocalDateTime moment(String name, String value) {
    try {
      return LocalDateTime.parse(required(name, value)).truncatedTo(ChronoUnit.MINUTES);
    } catch (DateTimeException e) {
      throw Refused.badRequest(
          "Give " + name + " as a time of the venue's own, for example 2026-11-21T21:00.");
    }
  }

  static int number(String name, String value) {
    if (!value.matches("-?\\d{1,6}")) {
      throw Refused.badRequest("Give " + name + " as a whole number.");
    }
    return Integer.parseInt(value);
  }

  /** Empty when absent. */
  static String stripped(String value) {
    return value == null ? "" : value.strip();
  }

  /** Free text that is kept with a booking; empty when absent. */
  static String note(String name, String value) {
    String note = value == null ? "" : value.replaceAll("[\\p{Cntrl}&&[^\n]]", "").strip();
    if (note.length() > LONGEST_NOTE) {
      throw Refused.badRequest(
          "Give " + name + " as text of at most " + LONGEST_NOTE + " characters.");
    }
    return note;
  }

  /** What somebody writes to a guest. */
  static String words(String value, int most) {
    String words = value == null ? "" : value.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
    if (words.isEmpty()) {
      throw Refused.badRequest("Add text, what the guest is to read.");
    }
    if (words.length() > most) {
      throw Refused.tooLarge("Give text of at most " + most + " characters.");
    }
    return words;
  }

  /** The call a request is: the header's, so that it takes effect once, or one of its own. */
  static String key(String header) {
    return "api:"
        + (header == null || header.isBlank()
            ? UUID.randomUUID()
            : clean("Idempotency-Key", header));
  }

  static int limit(String value, int otherwise, int most) {
    String limit = optional("limit", value);
    if (limit == null) {
      return otherwise;
    }
    if (!limit.matches("\\d{1,4}")
        || Integer.parseInt(limit) < 1
        || Integer.parseInt(limit) > most) {
      throw Refused.badRequest("Give limit as a number from 1 to " + most + ".");
    }
    return Integer.parseInt(limit);
  }

  static UUID id(String value) {
    return id(value, "There is no such conversation; GET /api/conversations?venue= lists them.");
  }

  static UUID id(String value, String otherwise) {
    try {
      UUID id = UUID.fromString(value);
      if (id.toString().equalsIgnoreCase(value)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw Refused.notFound(otherwise);
  }

  /** Where the last page ended: {@code <instant>_<id>}, as {@code next} gave it. */
  static Place place(String value) {
    String before = optional("before", value);
    if (before == null) {
      return null;
    }
    try {
      Matcher place = PLACE.matcher(before);
      if (place.matches()) {
        return new Place(Instant.parse(place.group(1)), UUID.fromString(place.group(2)));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      // told below
    }
    throw Refused.badRequest("Give before exactly as next of the page before.");
  }
}
