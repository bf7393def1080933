package io.conserje.call;

import java.util.List;
import java.util.regex.Pattern;

/** The house on the line in English. */
final class EnglishLine implements LineWording {

  private static final Pattern BOOKING =
      Pattern.compile("(?iu)\\b(?:tables?|book\\p{L}*|reserv\\p{L}*|rooms?|nights?|people)\\b");

  private static final List<String> LOOKING =
      List.of(
          "One moment, please, let me check.",
          "Just a second, I am looking.",
          "I will tell you in a moment.");

  private static final List<String> LOOKING_INTO_THE_BOOK =
      List.of(
          "One moment, please, let me look at the bookings.",
          "Just a second, I am looking at the book.");

  private static final List<String> STILL =
      List.of("I am still looking, one moment more, please.", "Nearly there, sorry for the wait.");

  private static String at(List<String> phrases, int time) {
    return phrases.get(time % phrases.size());
  }

  @Override
  public String lookingItUp(String about, int time) {
    return at(BOOKING.matcher(about).find() ? LOOKING_INTO_THE_BOOK : LOOKING, time);
  }

  @Override
  public String stillLooking(int time) {
    return at(STILL, time);
  }

  @Override
  public String cannotAnswer() {
    return "I am sorry, I cannot look that up right now. Please hold on.";
  }

  @Override
  public String stillThere(String question) {
    return ("Are you still there? " + question).strip();
  }

  @Override
  public String stillThereAgain(String question) {
    return ("I cannot hear you. Can you hear me? " + question).strip();
  }

  @Override
  public String nobodyThere() {
    return "It seems we were cut off. You can call us again at any time. Goodbye.";
  }

  @Override
  public String takeYourTime() {
    return "Of course, take your time.";
  }

  @Override
  public String cannotHear() {
    return "I am sorry, I cannot hear you well. Could you say that again?";
  }

  @Override
  public String oneMinuteMore() {
    return "I am sorry to interrupt: this call has one minute left.";
  }

  @Override
  public String timeIsOver() {
    return "We have run out of time for this call. Please hold on.";
  }

  @Override
  public String aPersonPlease() {
    return "I want to speak to a person.";
  }

  @Override
  public String yes() {
    return "Yes.";
  }

  @Override
  public String no() {
    return "No.";
  }
}
