package io.conserje.call;

import java.util.Locale;

/** What a caller is told by the house itself, in one language. */
public interface CallWording {

  static CallWording in(Locale language) {
    return language != null && language.getLanguage().equals("en")
        ? new EnglishCall()
        : new SpanishCall();
  }

  /** The first words: who answers, that it is a machine and that the call is recorded. */
  String greeting(String house);

  /** The same of a call that nobody records. */
  String plainGreeting(String house);

  /** The same of one that is recorded once the guest has heard {@link #mayBeRecorded}. */
  String recordedGreeting(String house);

  /** Word for word what has to be heard before a call is recorded. */
  String mayBeRecorded();

  /** The guest does not want to be recorded, and is not any more. */
  String notRecorded();

  /** The sound was cut off and is back. */
  String backAgain();

  /**
   * The guest was to be put through, and nobody of the house took the call: it is noted for them.
   *
   * @param canBeCalled whether the guest's number is known
   */
  String nobodyCame(boolean canBeCalled);

  /** No house has the number that was called. */
  String noHouse();

  /** Before the call goes to a person. */
  String transferring(String house);

  /** While something takes its time. */
  String oneMoment();

  /** To the person who picks up, before the caller is heard. */
  String caller(String house, String name, String about);

  /** There is nothing but this one assistant. */
  String nobodyElse();

  /** The arguments of a tool call came broken or made no sense. */
  String invalidArguments();

  String noSuchTool();

  /** A tool that failed; the house can be called. */
  String trouble(String housePhone);

  /** The call cannot be placed with any house. */
  String callUnknown();

  /** A table is free. */
  String free(String day, String time, int people);

  /** Nothing was found under this. */
  String nothingFound();

  /** A reference was told, and not yet whose booking it is. */
  String whoseBooking();

  /** The house has not said; a person knows. */
  String notKnown(String housePhone);

  /** In place of what was asked for; {@code times} are whole phrases. */
  String insteadOf(String times);

  /** How one day and time is said in a list. */
  String at(String day, String time);
}
