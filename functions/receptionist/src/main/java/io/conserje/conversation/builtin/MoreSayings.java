package io.conserje.conversation.builtin;

import java.time.LocalDateTime;

/** What this model says of phone numbers, changes, people of the house and delicate things. */
interface MoreSayings {

  static MoreSayings in(Tongue tongue) {
    return tongue == Tongue.ENGLISH ? EnglishMore.INSTANCE : SpanishMore.INSTANCE;
  }

  // The guest's number

  String askPhone();

  String phoneNotUnderstood();

  /** To who may have something to tell later. */
  String tellUs();

  /** To who tells an e-mail nobody asked for. */
  String phoneIsEnough();

  /** To who comes a few minutes late. */
  String expected();

  /** A piece of it was heard. */
  String phoneGoOn();

  /** The house cannot book without a number. */
  String phoneNeeded();

  /** Neither number nor booking: perhaps a person? */
  String personInstead();

  // Changes

  String whatToChange(Found was);

  String whichToChange(java.util.List<Found> found);

  /** The reservation as it is and as it would be, and whether to change it. */
  String confirmChange(Found was, Becomes becomes);

  /**
   * @param was the reservation that stands unchanged
   */
  String staysAsItWas(Found was);

  String nothingToChange(Found was);

  /**
   * @param minutes more or less than the reservation's own time
   */
  record Becomes(LocalDateTime at, int party, String name, String zone, String notes) {}

  // Reservations that are not found

  String nothingToConfirm();

  String askReference();

  String notYours(String phone);

  /** Of a booking whose reference the guest gave. */
  String askWhose();

  /**
   * None with that code, as far as this guest may be told, and what to try.
   *
   * @param name whose it would be, or empty
   */
  String noneCalled(String reference, String name);

  String notOthers();

  // A person of the house

  String sorry();

  String emergency(String phone);

  String calm();

  String onlyForBookings();

  /** To who wrote by mistake. */
  String noMatter();

  String takingOver();

  String groupByPerson();

  String askOccasion();

  String welcomeBack(String name);

  String stillThere();

  String next();

  String thereIsAWaitlist();

  /** Before a sentence that speaks of that day: which day was understood. */
  String about(LocalDateTime at);
}
