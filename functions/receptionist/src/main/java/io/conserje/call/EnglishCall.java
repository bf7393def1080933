package io.conserje.call;

/** The house in English. */
final class EnglishCall implements CallWording {

  @Override
  public String greeting(String house) {
    return house
        + ", you are through to the automatic assistant. The call is recorded. How can I help?";
  }

  @Override
  public String plainGreeting(String house) {
    return house + ", you are through to the automatic assistant. How can I help?";
  }

  @Override
  public String recordedGreeting(String house) {
    return house
        + ", you are through to the automatic assistant. "
        + mayBeRecorded()
        + " How can I help?";
  }

  @Override
  public String mayBeRecorded() {
    return "This call may be recorded.";
  }

  @Override
  public String notRecorded() {
    return "All right, from now on the call is not recorded.";
  }

  @Override
  public String backAgain() {
    return "I am sorry, we were cut off for a moment. I can hear you again.";
  }

  @Override
  public String nobodyCame(boolean canBeCalled) {
    return "I am sorry, nobody can come to the phone right now. "
        + (canBeCalled
            ? "I have left word for them to call you back."
            : "I have left word that you called.")
        + " Is there anything I can help you with?";
  }

  @Override
  public String noHouse() {
    return "Sorry, this number is not in service. Please check the number.";
  }

  @Override
  public String transferring(String house) {
    return "One moment, I am putting you through to somebody at " + house + ".";
  }

  @Override
  public String oneMoment() {
    return "One moment, please.";
  }

  @Override
  public String caller(String house, String name, String about) {
    String who = name.isBlank() ? "a guest" : name;
    String what = about.isBlank() ? "" : " They said: " + about;
    return "A call for " + house + " from " + who + ", who would like to speak to a person." + what;
  }

  @Override
  public String nobodyElse() {
    return "There is no other assistant here: please go on with the conversation.";
  }

  @Override
  public String invalidArguments() {
    return "The details came incomplete or do not fit together: check them and ask again with all of them.";
  }

  @Override
  public String noSuchTool() {
    return "That cannot be done from here.";
  }

  @Override
  public String trouble(String housePhone) {
    return "There is a problem on our side right now and nothing was done. The house answers on "
        + housePhone
        + ".";
  }

  @Override
  public String callUnknown() {
    return "It is not known which house this call is for; nothing was done.";
  }

  @Override
  public String free(String day, String time, int people) {
    return "A table is free on "
        + day
        + " at "
        + time
        + " for "
        + people
        + (people == 1 ? " person." : " people.");
  }

  @Override
  public String whoseBooking() {
    return "Ask in whose name that booking is, and look again with the reference and the name.";
  }

  @Override
  public String nothingFound() {
    return "There is nothing under the caller's name.";
  }

  @Override
  public String notKnown(String housePhone) {
    return "The house has not said; a person knows, on " + housePhone + ".";
  }

  @Override
  public String insteadOf(String times) {
    return "Possible instead: " + times + ".";
  }

  @Override
  public String at(String day, String time) {
    return day + " at " + time;
  }
}
