package io.conserje.handoff;

import io.conserje.conversation.SpokenDays;
import io.conserje.handoff.PersonRequest.Reason;
import io.conserje.venue.Staffing.Fact;
import java.time.LocalDateTime;
import java.util.List;

/** The house in English. */
final class EnglishHandover implements HandoverWording {

  private static final SpokenDays DAYS = SpokenDays.ENGLISH;

  @Override
  public String nobodyThere(LocalDateTime from) {
    return "Nobody of the team is here right now. I have left your message, and a person will answer"
        + when(from)
        + ".";
  }

  @Override
  public String noted(LocalDateTime from) {
    return "I have noted your message. A person of the team will answer" + when(from) + ".";
  }

  private static String when(LocalDateTime from) {
    return from == null ? " as soon as they can" : " from " + DAYS.moment(from) + " on";
  }

  @Override
  public String nobodyTookIt(String housePhone) {
    return "I am sorry, nobody of the team has been able to answer you. You can call "
        + housePhone
        + "; meanwhile I, the assistant, am here again.";
  }

  @Override
  public String call(
      String house, Reason reason, List<String> facts, String summary, boolean waits) {
    String text = house + ": " + why(reason) + "\n" + String.join("\n", facts);
    String about = summary.isEmpty() ? "" : "\n\"" + summary + "\"";
    return text + about + (waits ? "\nAnswer OK if you take it." : "");
  }

  private static String why(Reason reason) {
    return switch (reason) {
      case GROUP -> "a group waits for an answer.";
      case COMPLAINT -> "a complaint waits for an answer.";
      case EMERGENCY -> "EMERGENCY.";
      case WISH -> "a guest wishes to talk to a person.";
      case OTHER -> "a guest waits for a person.";
      case MESSAGE -> "a message.";
    };
  }

  @Override
  public String fact(Fact fact, String value) {
    return switch (fact) {
          case NAME -> "Name: ";
          case PHONE -> "Phone: ";
          case DATE -> "Date: ";
          case TIME -> "Time: ";
          case PARTY_SIZE -> "People: ";
          case NOTES -> "Notes: ";
        }
        + value;
  }

  @Override
  public String yours(String guest) {
    return "Fine, it is yours: " + guest + ". The assistant does not answer there any more.";
  }
}
