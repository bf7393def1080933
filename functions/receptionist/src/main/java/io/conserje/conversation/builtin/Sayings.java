package io.conserje.conversation.builtin;

import io.conserje.conversation.SpokenDays;
import io.conserje.conversation.Wording;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.Service;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** All this model says, in one language. Every fact comes in as an argument. */
interface Sayings {

  static Sayings in(Tongue tongue) {
    return tongue == Tongue.ENGLISH ? EnglishSayings.INSTANCE : SpanishSayings.INSTANCE;
  }

  Wording engine();

  SpokenDays days();

  // Courtesies

  String greeting(String house);

  String hello();

  String howCanIHelp();

  String welcome();

  String atYourService();

  String bothLanguages();

  String goodbye();

  String fine();

  String assistant(String house);

  String abilities();

  // Questions of the booking

  String askParty();

  String askDate();

  String whichOfTheWeekend();

  String askTime(LocalDate day, List<Service> services);

  String askName();

  String askedForName(String question);

  String readBack(LocalDateTime at, int party, String name, String zone, String notes);

  String whatToChange();

  String dropped();

  String contradictory(LocalDate date);

  // When it cannot be

  String full(LocalDateTime at, int party, String zone);

  String justTaken();

  String closedDay(LocalDate day);

  String closedThen(LocalDateTime at, List<Service> services);

  String noSuchMeal(LocalDate day, PartOfDay part, List<Service> services);

  String past();

  String tooSoon(String phone);

  String tooFarAhead();

  String tooSmall();

  String offer(List<Offer> offers, LocalDate asked);

  String whichOffer(List<Offer> offers, LocalDate asked);

  String otherDayOrTime();

  String askWaitlist();

  // Reservations made before

  String noReservation(String phone);

  String noReservationOn(LocalDate day);

  String reservations(List<Found> found);

  String confirmCancel(List<Found> found);

  String whichToCancel(List<Found> found);

  String kept();

  String alreadyGone();

  String cannotCancel(String phone);

  String changeByPhone(String phone);

  // About the house

  String hoursOn(LocalDate day, List<Service> services);

  String week(OpeningHours hours);

  String address(String address);

  String phone(String phone);

  String person(String phone);

  String notKnown(String phone);

  // Trouble

  String notUnderstood();

  String notUnderstoodAgain(String phone);

  String onlyText();
}
