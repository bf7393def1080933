package io.conserje.conversation.builtin;

import io.conserje.conversation.SpokenDays;
import io.conserje.conversation.Wording;
import io.conserje.conversation.Wordings;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.Service;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** English, warm and short. */
final class EnglishSayings implements Sayings {

  static final Sayings INSTANCE = new EnglishSayings();
  private static final SpokenDays DAYS = SpokenDays.ENGLISH;

  private EnglishSayings() {}

  @Override
  public Wording engine() {
    return Wordings.in(Tongue.ENGLISH.locale);
  }

  @Override
  public SpokenDays days() {
    return DAYS;
  }

  @Override
  public String greeting(String house) {
    return "Hello, this is the assistant of %s. How can I help you?".formatted(house);
  }

  @Override
  public String hello() {
    return "Hello.";
  }

  @Override
  public String howCanIHelp() {
    return "How can I help you?";
  }

  @Override
  public String welcome() {
    return "You're welcome.";
  }

  @Override
  public String atYourService() {
    return "I'm here if you need anything else.";
  }

  @Override
  public String bothLanguages() {
    return "Of course, you can write to me in English or Spanish.";
  }

  @Override
  public String goodbye() {
    return "See you soon.";
  }

  @Override
  public String fine() {
    return "All right.";
  }

  @Override
  public String assistant(String house) {
    return "I'm the virtual assistant of %s.".formatted(house);
  }

  @Override
  public String abilities() {
    return "I can book you a table, look up or cancel your booking, and tell you our hours.";
  }

  @Override
  public String askParty() {
    return "How many people will you be?";
  }

  @Override
  public String askDate() {
    return "Which day would you like to come?";
  }

  @Override
  public String whichOfTheWeekend() {
    return "Saturday or Sunday?";
  }

  @Override
  public String askTime(LocalDate day, List<Service> services) {
    return services.isEmpty()
        ? "What time would you like to come?"
        : "What time would suit you? On %s you can book %s."
            .formatted(DAYS.day(day), hours(services));
  }

  @Override
  public String askName() {
    return "What name should I put the booking under?";
  }

  @Override
  public String askedForName(String question) {
    return "We have a table. " + question;
  }

  @Override
  public String readBack(LocalDateTime at, int party, String name, String zone, String notes) {
    return "Let me read that back: %s, %s, under the name %s%s%s. Is that all right?"
        .formatted(
            DAYS.moment(at),
            people(party),
            name,
            zone == null ? "" : ", " + zone(zone),
            notes == null ? "" : " (note: " + notes + ")");
  }

  @Override
  public String whatToChange() {
    return "What should I change: the day, the time, the number of people or the name?";
  }

  @Override
  public String dropped() {
    return "All right, I won't book anything. If you change your mind, just write.";
  }

  @Override
  public String contradictory(LocalDate date) {
    return "Please note that the %s is a %s."
        .formatted(ordinal(date.getDayOfMonth()), DAYS.weekday(date.getDayOfWeek()));
  }

  @Override
  public String full(LocalDateTime at, int party, String zone) {
    return "Sorry, we have no table left for %s%s on %s."
        .formatted(people(party), zone == null ? "" : " " + zone(zone), DAYS.moment(at));
  }

  @Override
  public String justTaken() {
    return "Sorry, that table has just been taken.";
  }

  @Override
  public String closedDay(LocalDate day) {
    return "We are closed on %s.".formatted(DAYS.day(day));
  }

  @Override
  public String closedThen(LocalDateTime at, List<Service> services) {
    return "We don't seat guests at %s on %s; that day you can book %s."
        .formatted(DAYS.time(at.toLocalTime()), DAYS.day(at.toLocalDate()), hours(services));
  }

  @Override
  public String noSuchMeal(LocalDate day, PartOfDay part, List<Service> services) {
    return "We don't serve %s on %s; that day you can book %s."
        .formatted(part == PartOfDay.DINNER ? "dinner" : "lunch", DAYS.day(day), hours(services));
  }

  @Override
  public String past() {
    return "That time has already passed.";
  }

  @Override
  public String tooSoon(String phone) {
    return "I can't book at such short notice here; please call us on %s and we'll see."
        .formatted(phone);
  }

  @Override
  public String tooFarAhead() {
    return "Our book is not open for that date yet.";
  }

  @Override
  public String tooSmall() {
    return "I need to know how many people are coming.";
  }

  @Override
  public String offer(List<Offer> offers, LocalDate asked) {
    return "I can offer you %s. Would %s suit you?"
        .formatted(choices(offers, asked), offers.size() > 1 ? "one of those" : "that");
  }

  @Override
  public String whichOffer(List<Offer> offers, LocalDate asked) {
    return offers.size() == 1
        ? offer(offers, asked)
        : "Which would you prefer: %s?".formatted(choices(offers, asked));
  }

  @Override
  public String otherDayOrTime() {
    return "Shall I look at another day or time?";
  }

  @Override
  public String askWaitlist() {
    return "Shall I put you on the waitlist in case a table becomes free?";
  }

  @Override
  public String noReservation(String phone) {
    return "I can't find a booking of yours. If you booked from another number, please call %s."
        .formatted(phone);
  }

  @Override
  public String noReservationOn(LocalDate day) {
    return "I can't see a booking of yours on %s.".formatted(DAYS.day(day));
  }

  @Override
  public String reservations(List<Found> found) {
    return found.size() == 1
        ? "You have a booking: %s.".formatted(full(found.getFirst()))
        : "You have these bookings: %s.".formatted(numbered(found));
  }

  @Override
  public String confirmCancel(List<Found> found) {
    return found.size() == 1
        ? "Your booking is: %s. Shall I cancel it?".formatted(full(found.getFirst()))
        : "They are: %s. Shall I cancel them all?".formatted(numbered(found));
  }

  @Override
  public String whichToCancel(List<Found> found) {
    return "You have several bookings: %s. Which one shall I cancel?".formatted(numbered(found));
  }

  @Override
  public String kept() {
    return "All right, the booking stays as it was.";
  }

  @Override
  public String alreadyGone() {
    return "That booking is no longer in our book.";
  }

  @Override
  public String cannotCancel(String phone) {
    return "I can't cancel that booking here any more; please call us on %s.".formatted(phone);
  }

  @Override
  public String changeByPhone(String phone) {
    return "I can't change a booking that is already made: I can cancel it and make a new one, or"
        + " you can call us on %s.".formatted(phone);
  }

  @Override
  public String hoursOn(LocalDate day, List<Service> services) {
    return services.isEmpty()
        ? closedDay(day)
        : "On %s you can book %s.".formatted(DAYS.day(day), hours(services));
  }

  @Override
  public String week(OpeningHours hours) {
    List<String> lines = new ArrayList<>();
    for (ServiceHours group : ServiceHours.of(hours)) {
      String days = Lists.joined(group.days().stream().map(DAYS::weekday).toList(), " and ");
      lines.add(days + (group.services().isEmpty() ? ", closed" : ", " + hours(group.services())));
    }
    return "You can book as follows: " + String.join("; ", lines) + ".";
  }

  @Override
  public String address(String address) {
    return "We are at %s.".formatted(address);
  }

  @Override
  public String phone(String phone) {
    return "Our phone number is %s.".formatted(phone);
  }

  @Override
  public String person(String phone) {
    return "To speak to someone of the team, please call %s.".formatted(phone);
  }

  @Override
  public String notKnown(String phone) {
    return "I'm afraid I don't know that; they will gladly tell you on %s.".formatted(phone);
  }

  @Override
  public String notUnderstood() {
    return "Sorry, I didn't quite understand that.";
  }

  @Override
  public String notUnderstoodAgain(String phone) {
    return "Sorry, I still don't understand. If you prefer, call us on %s.".formatted(phone);
  }

  @Override
  public String onlyText() {
    return "For the moment I can only read text; could you write it, please?";
  }

  private static String hours(List<Service> services) {
    return Lists.joined(services.stream().map(EnglishSayings::hours).toList(), " and ");
  }

  private static String hours(Service service) {
    String what =
        switch (service.name()) {
          case "lunch" -> "lunch from ";
          case "dinner" -> "dinner from ";
          default -> "from ";
        };
    return what + DAYS.time(service.firstBooking()) + " to " + DAYS.time(service.lastBooking());
  }

  private static String choices(List<Offer> offers, LocalDate asked) {
    List<String> said = new ArrayList<>();
    LocalDate day = asked;
    for (Offer offer : offers) {
      String time = DAYS.time(offer.at().toLocalTime());
      boolean sameDay = offer.at().toLocalDate().equals(day);
      String where = offer.zone().isEmpty() ? "" : " " + zone(offer.zone());
      said.add((sameDay ? time : DAYS.day(offer.at().toLocalDate()) + " at " + time) + where);
      day = offer.at().toLocalDate();
    }
    return Lists.joined(said, " or ");
  }

  private static String full(Found found) {
    return "%s, %s, under the name %s, reference %s"
        .formatted(DAYS.moment(found.at()), people(found.party()), found.name(), found.reference());
  }

  private static String numbered(List<Found> found) {
    List<String> lines = new ArrayList<>();
    for (Found one : found) {
      lines.add("%d) %s".formatted(lines.size() + 1, full(one)));
    }
    return String.join("; ", lines);
  }

  private static String people(int party) {
    return party == 1 ? "1 person" : party + " people";
  }

  private static String zone(String zone) {
    return switch (zone) {
      case "terrace" -> "on the terrace";
      case "inside" -> "inside";
      default -> "in " + zone;
    };
  }

  private static String ordinal(int day) {
    boolean teen = day >= 11 && day <= 13;
    String end =
        switch (teen ? 0 : day % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return day + end;
  }
}
