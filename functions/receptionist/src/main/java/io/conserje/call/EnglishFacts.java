package io.conserje.call;

import io.conserje.conversation.SpokenDays;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Collectors;

/** Facts in English. */
final class EnglishFacts implements FactWording {

  @Override
  public String table(
      String reference, String when, int people, String name, String zone, boolean pending) {
    return "Booking "
        + reference
        + ": a table for "
        + people
        + " on "
        + when
        + (name.isEmpty() ? "" : ", under the name " + name)
        + (zone.isEmpty() ? "" : ", area " + zone)
        + (pending ? ", still to be confirmed." : ".");
  }

  @Override
  public String usual(String time, int people, String name, String zone) {
    return "The last visit was at "
        + time
        + " with a table for "
        + people
        + (name.isEmpty() ? "" : ", under the name " + name)
        + (zone.isEmpty() ? "" : ", area " + zone)
        + ".";
  }

  @Override
  public String noted(String note) {
    return "Note: " + note + ".";
  }

  @Override
  public String hours(String days, List<Meal> meals) {
    return meals.isEmpty()
        ? days + ", closed."
        : days
            + ", you can book "
            + meals.stream().map(EnglishFacts::meal).collect(Collectors.joining(" and "))
            + ".";
  }

  private static String meal(Meal meal) {
    String what =
        switch (meal.name()) {
          case "breakfast", "lunch", "dinner" -> meal.name() + " ";
          default -> "";
        };
    boolean closes = !meal.closes().isEmpty() && !meal.closes().equals(meal.last());
    return what
        + "from "
        + meal.first()
        + " to "
        + meal.last()
        + (closes ? ", closing at " + meal.closes() : "");
  }

  @Override
  public String days(DayOfWeek first, DayOfWeek last) {
    String from = SpokenDays.ENGLISH.weekday(first);
    return first == last ? from : from + " to " + SpokenDays.ENGLISH.weekday(last);
  }

  @Override
  public String address(String address) {
    return "The address is " + address + ".";
  }

  @Override
  public String phone(String phone) {
    return "The telephone number is " + phone + ".";
  }

  @Override
  public String policy(String rule, String value) {
    return switch (rule) {
      case "largest_party" -> "Tables are booked for at most " + value + " people.";
      case "free_cancellation_hours" ->
          value.equals("0")
              ? "Cancelling costs nothing until the last moment."
              : "Cancelling costs nothing until " + count(value, "hour") + " before.";
      case "late_after_minutes" -> "The table is kept for " + count(value, "minute") + ".";
      case "check_in_from" -> "Check-in is from " + value + ".";
      case "check_out_until" -> "Check-out is until " + value + ".";
      case "late_cancellation_per_cent_of_first_night" ->
          "Cancelling later costs " + value + "% of the first night.";
      case "no_show_per_cent_of_first_night" ->
          "Not coming costs " + value + "% of the first night.";
      case "deposit_per_cent" ->
          value.equals("0") ? "" : "A deposit of " + value + "% is paid beforehand.";
      case "deposit_first_night" ->
          value.equals("true") ? "The first night is paid beforehand." : "";
      case "late_check_out_until" ->
          "For a supplement you can leave until " + value + ", if the room is free.";
      case "early_check_in_from" ->
          "For a supplement you can come from " + value + ", if the room is free.";
      default -> "";
    };
  }

  @Override
  public String room(String called, int adults, int children, String from) {
    return called
        + ", for "
        + people(adults, children, 0)
        + (from.isEmpty() ? "" : ", from " + from + " a night");
  }

  @Override
  public String rooms(String all) {
    return "The rooms are: " + all + ".";
  }

  @Override
  public String noRooms() {
    return "The house has no rooms.";
  }

  @Override
  public String altogether(String total) {
    return "All the rooms together cost " + total + ".";
  }

  @Override
  public String notAll() {
    return "Not all the rooms that are wanted are left for those nights.";
  }

  @Override
  public String notKnown(List<String> questions) {
    return "Nothing is written down about this: " + String.join("; ", questions);
  }

  @Override
  public String nights(Nights nights) {
    return nights.room()
        + ", from "
        + nights.arrival()
        + " to "
        + nights.departure()
        + ", "
        + count(String.valueOf(nights.count()), "night");
  }

  @Override
  public String free(String offers) {
    return "Free: " + offers;
  }

  @Override
  public String noneFree() {
    return "No room is left.";
  }

  @Override
  public String stay(String reference, String nights, String people, String name) {
    return "Booking "
        + reference
        + ": "
        + nights
        + (people.isEmpty() ? "" : ", " + people)
        + (name.isEmpty() ? "" : ", under the name " + name);
  }

  @Override
  public String people(int adults, int children, int cots) {
    return count(String.valueOf(adults), "adult")
        + (children == 0 ? "" : " and " + (children == 1 ? "1 child" : children + " children"))
        + (cots == 0 ? "" : ", with " + count(String.valueOf(cots), "cot"));
  }

  @Override
  public String total(String amount) {
    return "total " + amount;
  }

  @Override
  public String touristTax(String amount) {
    return "including the tourist tax of " + amount;
  }

  @Override
  public String deposit(String amount) {
    return "deposit " + amount;
  }

  @Override
  public String cancelling(String freeUntil, String fee) {
    String free = "cancelling is free until " + freeUntil;
    return fee.isEmpty() ? free : free + " and costs " + fee + " after that";
  }

  @Override
  public String keptUntil(String moment) {
    return "kept without a confirmation until " + moment;
  }

  private static String count(String number, String noun) {
    return number + " " + noun + (number.equals("1") ? "" : "s");
  }
}
