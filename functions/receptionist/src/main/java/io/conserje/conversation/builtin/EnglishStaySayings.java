package io.conserje.conversation.builtin;

import io.conserje.conversation.SpokenDays;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Rooms in English. */
final class EnglishStaySayings implements StaySayings {

  static final StaySayings INSTANCE = new EnglishStaySayings();
  private static final SpokenDays DAYS = SpokenDays.ENGLISH;

  private EnglishStaySayings() {}

  @Override
  public String askArrival() {
    return "Which day would you arrive?";
  }

  @Override
  public String askNights() {
    return "How many nights will you stay?";
  }

  @Override
  public String askGuests() {
    return "How many people will you be? If there are children, tell me how many.";
  }

  @Override
  public String askRoom(List<RoomOffer> offers) {
    return "Free %s: %s. Which room would you like?"
        .formatted(dates(offers.getFirst()), Lists.joined(prices(offers), " or "));
  }

  private static List<String> prices(List<RoomOffer> offers) {
    return offers.stream().map(o -> o.called() + " for " + o.total()).toList();
  }

  @Override
  public String price(RoomOffer offer) {
    String night = offer.night().isEmpty() ? "" : " (" + offer.night() + " a night)";
    return "The %s, %s, comes to %s in total%s."
        .formatted(offer.called(), dates(offer), offer.total(), night);
  }

  @Override
  public String perNight(List<RoomOffer> offers) {
    return "A night: %s."
        .formatted(
            Lists.joined(offers.stream().map(o -> o.called() + " " + o.night()).toList(), " and "));
  }

  @Override
  public String askName() {
    return "What name should the booking be under?";
  }

  @Override
  public String instead(List<RoomOffer> offers) {
    List<String> lines = new ArrayList<>();
    for (RoomOffer offer : offers) {
      lines.add("%s, %s, for %s".formatted(offer.called(), dates(offer), offer.total()));
    }
    return "I can offer %s. Would %s suit you?%s"
        .formatted(
            Lists.joined(lines, "; or "),
            offers.size() > 1 ? "any of those" : "that",
            RoomOffer.onlyRoomsDiffer(offers) ? " Tell me which room you would like." : "");
  }

  @Override
  public String otherDates() {
    return "Shall I look at other dates or another room instead?";
  }

  @Override
  public String readBack(RoomOffer offer, StayPlan plan, LocalDateTime now) {
    return "Let me read that back: %s, %s, %s, under the name %s%s. Total: %s%s.%s Shall I book it?"
        .formatted(
            offer.called(),
            dates(offer),
            people(plan),
            plan.name(),
            plan.notes() == null ? "" : " (note: " + plan.notes() + ")",
            offer.total(),
            offer.deposit().isEmpty() ? "" : ", with a deposit of " + offer.deposit(),
            cancellation(offer, now));
  }

  private static String cancellation(RoomOffer offer, LocalDateTime now) {
    if (offer.freeUntil() == null || offer.fee().isEmpty()) {
      return "";
    }
    return offer.freeUntil().isAfter(now)
        ? " You can cancel free of charge until %s; after that it is %s."
            .formatted(DAYS.moment(offer.freeUntil()), offer.fee())
        : " Cancelling costs %s.".formatted(offer.fee());
  }

  @Override
  public String oneByOne(int rooms) {
    return "That is %d rooms: I book them one after the other, beginning with the first."
        .formatted(rooms);
  }

  @Override
  public String wishesHours(boolean late, String hour) {
    String what = late ? "would like to leave later" : "would like to come earlier";
    return hour.isEmpty() ? what : what + ", at " + hour;
  }

  @Override
  public String altogether(String total) {
    return "All the rooms together come to %s.".formatted(total);
  }

  @Override
  public String notAll() {
    return "I should tell you that not all the rooms you want are left for those nights; the first one is.";
  }

  @Override
  public String sleeping(String room, int adults, int children) {
    return "%s (%s)".formatted(room, people(StayPlan.NONE.forAdults(adults).forChildren(children)));
  }

  @Override
  public String parted(List<String> rooms) {
    return "One room is too small, but %d will do: %s. I book them one after the other; tell me if you would rather have them otherwise."
        .formatted(rooms.size(), Lists.joined(rooms, " and "));
  }

  @Override
  public String nextRoom() {
    return "Now for the next room.";
  }

  @Override
  public String noMore() {
    return "All right, I won't book another; what you had booked still stands.";
  }

  @Override
  public String whatToChange() {
    return "What shall we change: the dates, the room, the people or the name?";
  }

  @Override
  public String dropped() {
    return "All right, I won't book anything. If you change your mind, I'm here.";
  }

  @Override
  public String stays(List<RoomOffer> found) {
    return found.size() == 1
        ? "You have one booking: %s.".formatted(full(found.getFirst()))
        : "You have these bookings: %s.".formatted(numbered(found));
  }

  @Override
  public String which(List<RoomOffer> found) {
    return "You have several bookings: %s. Which one do you mean?".formatted(numbered(found));
  }

  private static String numbered(List<RoomOffer> found) {
    List<String> lines = new ArrayList<>();
    for (RoomOffer one : found) {
      lines.add("%d) %s".formatted(lines.size() + 1, full(one)));
    }
    return String.join("; ", lines);
  }

  private static String full(RoomOffer stay) {
    return "%s, %s, under the name %s, reference %s"
        .formatted(stay.called(), dates(stay), stay.name(), stay.reference());
  }

  @Override
  public String confirmCancel(RoomOffer stay, LocalDateTime now) {
    boolean free =
        stay.fee().isEmpty() || stay.freeUntil() != null && stay.freeUntil().isAfter(now);
    return "Your booking is: %s. %s Shall I cancel it?"
        .formatted(
            full(stay),
            free
                ? "Cancelling now is free of charge."
                : "Cancelling now costs %s.".formatted(stay.fee()));
  }

  @Override
  public String kept(RoomOffer stay) {
    return "All right, your booking stays as it was: %s, %s.".formatted(stay.called(), dates(stay));
  }

  @Override
  public String confirmChange(RoomOffer was, StayPlan becomes, String total) {
    return "Your booking is: %s, %s. It would become: %s, %s, %s%s. Shall I change it?"
        .formatted(
            was.called(),
            dates(was),
            becomes.room(),
            dates(becomes.arrival(), becomes.departure()),
            people(becomes),
            total.isEmpty() ? "" : ", for " + total + " in total");
  }

  @Override
  public String askChange(RoomOffer was) {
    return "Your booking: %s. What would you like to change: the dates, the room or the people?"
        .formatted(full(was));
  }

  @Override
  public String confirmHours(RoomOffer stay, boolean late, LocalTime time, int perCent) {
    String what =
        late
            ? "leaving on " + DAYS.day(stay.departure())
            : "arriving on " + DAYS.day(stay.arrival());
    return "For %s%s there is a supplement of %d%% of %s. Shall I confirm it?"
        .formatted(
            what,
            time == null ? (late ? " later" : " earlier") : " at " + DAYS.time(time),
            perCent,
            late ? "the last night" : "the first night");
  }

  @Override
  public String otherHours(boolean late, LocalTime time, int perCent) {
    return late
        ? "If the room is free, you can stay until %s for %d %% of the last night."
            .formatted(DAYS.time(time), perCent)
        : "If the room is free, you can come in from %s for %d %% of the first night."
            .formatted(DAYS.time(time), perCent);
  }

  @Override
  public String extra(boolean late, String amount) {
    return (late ? "Late check-out is " : "Early check-in is ") + amount + ".";
  }

  @Override
  public String noneFound() {
    return "I can't find a booking of yours from here. Do you have the booking reference?";
  }

  @Override
  public String noTables(String house) {
    return "At %s we book rooms, not tables.".formatted(house);
  }

  private static String dates(RoomOffer offer) {
    return dates(offer.arrival(), offer.departure());
  }

  private static String dates(LocalDate from, LocalDate to) {
    long nights = to.toEpochDay() - from.toEpochDay();
    return "from %s to %s (%s)"
        .formatted(DAYS.day(from), DAYS.day(to), nights == 1 ? "1 night" : nights + " nights");
  }

  private static String people(StayPlan plan) {
    String adults = plan.adults() == 1 ? "1 adult" : plan.adults() + " adults";
    int children = plan.children() == null ? 0 : plan.children();
    int cots = plan.cots() == null ? 0 : plan.cots();
    return adults
        + (children == 0 ? "" : children == 1 ? " and 1 child" : " and " + children + " children")
        + (cots == 0 ? "" : cots == 1 ? ", with 1 cot" : ", with " + cots + " cots");
  }
}
