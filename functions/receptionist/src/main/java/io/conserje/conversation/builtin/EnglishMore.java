package io.conserje.conversation.builtin;

import io.conserje.conversation.SpokenDays;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** English, warm and short. */
final class EnglishMore implements MoreSayings {

  static final MoreSayings INSTANCE = new EnglishMore();
  private static final SpokenDays DAYS = SpokenDays.ENGLISH;

  private EnglishMore() {}

  @Override
  public String askPhone() {
    return "Could you give me a phone number?";
  }

  @Override
  public String phoneNotUnderstood() {
    return "Sorry, that number seems incomplete. Could you give me the phone number again, with all"
        + " its digits and, if it is not from here, with its country code?";
  }

  @Override
  public String tellUs() {
    return "Yes, tell us here as soon as you know and we'll see to it.";
  }

  @Override
  public String phoneIsEnough() {
    return "Thank you; the phone number is all I need.";
  }

  @Override
  public String expected() {
    return "Thank you for letting us know, and don't worry: we'll be expecting you.";
  }

  @Override
  public String phoneGoOn() {
    return "I'm writing it down. How does the phone number go on?";
  }

  @Override
  public String phoneNeeded() {
    return "I only need it so that we can reach you if anything changes with your booking. Which"
        + " phone number shall I note?";
  }

  @Override
  public String personInstead() {
    return "Without a number I can't make the booking here. Would you like me to pass you to a"
        + " person from our team?";
  }

  @Override
  public String whatToChange(Found was) {
    return "Your booking: %s, %s. What would you like to change: the day, the time, how many people?"
        .formatted(DAYS.moment(was.at()), people(was.party()));
  }

  @Override
  public String whichToChange(List<Found> found) {
    List<String> lines = new ArrayList<>();
    for (Found one : found) {
      lines.add(
          "%d) %s, %s".formatted(lines.size() + 1, DAYS.moment(one.at()), people(one.party())));
    }
    return "You have several bookings: %s. Which one shall I change?"
        .formatted(String.join("; ", lines));
  }

  @Override
  public String confirmChange(Found was, Becomes becomes) {
    String extra =
        (becomes.zone() == null ? "" : ", " + zone(becomes.zone()))
            + (becomes.name() == null ? "" : ", under the name " + becomes.name())
            + (becomes.notes() == null ? "" : " (note: " + becomes.notes() + ")");
    return "Your booking is: %s, %s. It would become: %s, %s%s. Shall I change it?"
        .formatted(
            DAYS.moment(was.at()),
            people(was.party()),
            DAYS.moment(becomes.at()),
            people(becomes.party()),
            extra);
  }

  @Override
  public String staysAsItWas(Found was) {
    return "Your booking stays as it was: %s, %s."
        .formatted(DAYS.moment(was.at()), people(was.party()));
  }

  @Override
  public String nothingToChange(Found was) {
    return "That is how your booking stands already: %s, %s."
        .formatted(DAYS.moment(was.at()), people(was.party()));
  }

  @Override
  public String nothingToConfirm() {
    return "I see no booking of yours that waits to be confirmed.";
  }

  @Override
  public String askReference() {
    return "I can't find a booking of yours from here. Do you have the booking reference?";
  }

  @Override
  public String notYours(String phone) {
    return "To keep bookings safe, without the booking reference and the name I can only touch those"
        + " made from your own number or in this conversation. For that one, please call us on %s."
            .formatted(phone);
  }

  @Override
  public String askWhose() {
    return "What name is that booking under?";
  }

  @Override
  public String noneCalled(String reference, String name) {
    String under = name.isEmpty() ? "" : " in the name of " + name;
    return "I can't find a booking with the code %s%s. Could you give me the code again, and the name it is under?"
        .formatted(reference, under);
  }

  @Override
  public String notOthers() {
    return "I can't share or touch anything about other people's bookings; the person who booked"
        + " would have to ask for it.";
  }

  @Override
  public String sorry() {
    return "I am very sorry about that, please accept our apologies.";
  }

  @Override
  public String emergency(String phone) {
    return "Please call 112 right now. If you are with us, alert the staff or call %s."
        .formatted(phone);
  }

  @Override
  public String calm() {
    return "I'd rather we kept this respectful. If there is anything I can do for you here, just say"
        + " so.";
  }

  @Override
  public String noMatter() {
    return "No problem at all. If you need anything, I'm here.";
  }

  @Override
  public String onlyForBookings() {
    return "I can't do that; I'm here to help with bookings and questions about the house.";
  }

  @Override
  public String takingOver() {
    return "I'm not managing to understand, so I'm letting a person from our team know.";
  }

  @Override
  public String groupByPerson() {
    return "A group like that is arranged by a person from our team; I will pass on the details.";
  }

  @Override
  public String askOccasion() {
    return "Are you celebrating anything, or is there anything we should know, such as allergies or"
        + " children?";
  }

  @Override
  public String welcomeBack(String name) {
    return "Lovely to hear from you again, %s!".formatted(name);
  }

  @Override
  public String stillThere() {
    return "I'm still here, no hurry.";
  }

  @Override
  public String next() {
    return "Now for the next one.";
  }

  @Override
  public String thereIsAWaitlist() {
    return "Yes, there is a waitlist.";
  }

  @Override
  public String about(LocalDateTime at) {
    return "I looked at %s.".formatted(DAYS.moment(at));
  }

  static String people(int party) {
    return party == 1 ? "1 person" : party + " people";
  }

  static String zone(String zone) {
    return switch (zone) {
      case "terrace" -> "on the terrace";
      case "inside" -> "inside";
      default -> "in " + zone;
    };
  }
}
