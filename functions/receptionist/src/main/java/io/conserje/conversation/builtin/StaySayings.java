package io.conserje.conversation.builtin;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** What this model says of rooms, in one language. */
interface StaySayings {

  static StaySayings in(Tongue tongue) {
    return tongue == Tongue.ENGLISH ? EnglishStaySayings.INSTANCE : SpanishStaySayings.INSTANCE;
  }

  String askArrival();

  String askNights();

  String askGuests();

  String askRoom(List<RoomOffer> offers);

  /** What the room costs; the next question follows. */
  String price(RoomOffer offer);

  /** What a night costs in each. */
  String perNight(List<RoomOffer> offers);

  String askName();

  String otherHours(boolean late, LocalTime time, int perCent);

  String instead(List<RoomOffer> offers);

  String otherDates();

  String readBack(RoomOffer offer, StayPlan plan, LocalDateTime now);

  /** That several rooms are booked one after the other. */
  String oneByOne(int rooms);

  /**
   * What is noted of whoever would like to come earlier or leave later.
   *
   * @param hour or empty
   */
  String wishesHours(boolean late, String hour);

  /** What all of them come to. */
  String altogether(String total);

  /** That not all of the rooms that are wanted can be had. */
  String notAll();

  /** Who sleeps in one of several rooms. */
  String sleeping(String room, int adults, int children);

  /** That a party for whom one room is too small is spread over these. */
  String parted(List<String> rooms);

  /** That the next of them follows. */
  String nextRoom();

  /** That nothing more is booked, beside what is. */
  String noMore();

  String whatToChange();

  String dropped();

  // Stays that are booked

  String stays(List<RoomOffer> found);

  String which(List<RoomOffer> found);

  String confirmCancel(RoomOffer stay, LocalDateTime now);

  String kept(RoomOffer stay);

  String confirmChange(RoomOffer was, StayPlan becomes, String total);

  String askChange(RoomOffer was);

  /**
   * @param time null for as far as the house allows
   */
  String confirmHours(RoomOffer stay, boolean late, LocalTime time, int perCent);

  String extra(boolean late, String amount);

  String noneFound();

  String noTables(String house);
}
