package io.conserje.conversation.builtin;

import io.conserje.conversation.SpokenDays;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** English, warm and short. */
final class EnglishTable implements TableSayings {

  static final TableSayings INSTANCE = new EnglishTable();

  private EnglishTable() {}

  @Override
  public String free(LocalDateTime at, int party, String zone) {
    String where = zone == null || zone.isEmpty() ? "" : " " + EnglishMore.zone(zone);
    return "We have a table%s for %s on %s."
        .formatted(where, EnglishMore.people(party), SpokenDays.ENGLISH.moment(at));
  }

  @Override
  public String nameNeeded() {
    return "All I need is a name. What name should I put the booking under?";
  }

  @Override
  public String edge(Edge edge, LocalTime at) {
    return (edge == Edge.FIRST ? "The earliest is %s." : "The latest is %s.").formatted(at);
  }

  @Override
  public String noted() {
    return "Noted.";
  }

  @Override
  public String noSuchDay() {
    return "There is no such day in the calendar.";
  }

  @Override
  public String dayIsPast() {
    return "That day has already gone by.";
  }

  @Override
  public String phoneNoted(String phone) {
    return "The number is now %s.".formatted(phone);
  }

  @Override
  public String mayWait() {
    return "If you prefer, there is a waitlist.";
  }
}
