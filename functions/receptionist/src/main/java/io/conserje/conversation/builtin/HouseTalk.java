package io.conserje.conversation.builtin;

import io.conserje.venue.Service;
import io.conserje.venue.Venue;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Courtesies, and questions about the house that the house's own data answer. */
final class HouseTalk {

  private final Turn turn;
  private final Memory memory;

  HouseTalk(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /** Puts the answers aside, to be said first; false if nothing was asked. */
  boolean answer(Understanding heard) {
    String before = memory.aside;
    Venue venue = turn.venue();
    Sayings say = turn.say();
    if (heard.about(Topic.WHO_ARE_YOU)) {
      memory.addAside(say.assistant(venue.name()));
    }
    if (heard.about(Topic.LANGUAGE)) {
      memory.addAside(say.bothLanguages());
    }
    if (heard.about(Topic.HOURS)) {
      hours(heard);
    }
    if (heard.about(Topic.ADDRESS)) {
      memory.addAside(say.address(venue.address()));
    }
    if (heard.about(Topic.PERSON) && !heard.about(Topic.WHO_ARE_YOU)) {
      memory.addAside(say.person(venue.phone()));
    } else if (heard.about(Topic.PHONE)) {
      memory.addAside(say.phone(venue.phone()));
    }
    if (heard.about(Topic.HELP)) {
      memory.addAside(say.abilities());
    }
    return !before.equals(memory.aside);
  }

  private void hours(Understanding heard) {
    if (heard.day() == null) {
      memory.addAside(turn.say().week(turn.hours()));
      return;
    }
    LocalDate day = heard.day().date();
    memory.addAside(hoursOn(day, heard.part()));
    memory.mentioned = turn.hours().closedOn(day) ? memory.mentioned : day;
  }

  private String hoursOn(LocalDate day, PartOfDay part) {
    List<Service> services = turn.hours().servicesOf(day);
    boolean other = part != null && !services.isEmpty() && services.stream().noneMatch(part::meets);
    return other ? turn.say().noSuchMeal(day, part, services) : turn.say().hoursOn(day, services);
  }

  Reply courtesy(Understanding heard, String question) {
    Sayings say = turn.say();
    if (heard.question() && asksSomethingElse(heard)) {
      return notUnderstood(heard, question);
    }
    if (heard.about(Topic.BYE)) {
      String thanks = heard.about(Topic.THANKS) ? say.welcome() + " " : "";
      return Reply.inPassing(thanks + say.goodbye());
    }
    if (heard.about(Topic.THANKS)) {
      return Reply.inPassing(
          question.isEmpty() ? say.welcome() + " " + say.atYourService() : question);
    }
    if (heard.about(Topic.GREETING) || heard.about(Topic.HOW_ARE_YOU)) {
      return Reply.inPassing(
          question.isEmpty() ? say.greeting(turn.venue().name()) : say.hello() + " " + question);
    }
    if (heard.about(Topic.REPEAT) && !question.isEmpty()) {
      return Reply.inPassing(question);
    }
    if (heard.about(Topic.DROP) || heard.answer() == YesNo.NO) {
      return Reply.inPassing(question.isEmpty() ? say.fine() : question);
    }
    if (heard.answer() == YesNo.YES) {
      return Reply.inPassing(question.isEmpty() ? say.howCanIHelp() : question);
    }
    return notUnderstood(heard, question);
  }

  private static boolean asksSomethingElse(Understanding heard) {
    return Set.of(Topic.BUT, Topic.BOOK, Topic.AMEND).containsAll(heard.topics());
  }

  private Reply notUnderstood(Understanding heard, String question) {
    Sayings say = turn.say();
    memory.misses++;
    String sorry =
        heard.question()
            ? say.notKnown(turn.phone())
            : memory.misses == 1 ? say.notUnderstood() : say.notUnderstoodAgain(turn.phone());
    return Reply.inPassing(sorry + " " + (question.isEmpty() ? say.abilities() : question));
  }
}
