package io.conserje.call;

import io.conserje.call.Calls.Known;
import io.conserje.conversation.Instructions;
import io.conserje.conversation.ToolBox;
import io.conserje.conversation.ToolSpec;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who takes a call that is coming in, and what they are told before the first word. */
public final class AnswerCall {

  private final CallHouses houses;
  private final Calls calls;
  private final ToolBox tools;
  private final InstantSource clock;

  public AnswerCall(CallHouses houses, Calls calls, ToolBox tools, InstantSource clock) {
    this.houses = houses;
    this.calls = calls;
    this.tools = tools;
    this.clock = clock;
  }

  /** Who takes it. */
  public sealed interface Answer {

    /**
     * An assistant of the provider's, in the house's name.
     *
     * @param transfers whether somebody is there to be put through to
     */
    record ByAssistant(
        Venue venue,
        Locale language,
        String greeting,
        String instructions,
        List<ToolSpec> tools,
        boolean transfers)
        implements Answer {}

    /** A person at once: the house answers itself at this hour. */
    record ByPerson(String number, String words) implements Answer {}

    /** The number called is no house's; the words are for the caller. */
    record NoHouse(String words) implements Answer {}
  }

  public Answer answer(CallPlace place) {
    Optional<Venue> house = houses.of(place);
    return house.isEmpty()
        ? new Answer.NoHouse(CallWording.in(null).noHouse())
        : answer(place, house.get());
  }

  private Answer answer(CallPlace place, Venue venue) {
    Known known = calls.open(place, venue, CallState.RINGING, clock.instant());
    ZonedDateTime now = clock.instant().atZone(venue.zone());
    CallWording words = CallWording.in(known.language());
    Optional<String> person = PersonOnThePhone.of(venue, place, now, houses::areAt);
    if (person.isPresent() && venue.staff().answerNow(now, venue.hours().holidays())) {
      return new Answer.ByPerson(person.get(), words.transferring(venue.name()));
    }
    return new Answer.ByAssistant(
        venue,
        known.language(),
        words.greeting(venue.name()),
        Instructions.of(venue, now, Channel.VOICE, known.guest(), known.language().toLanguageTag()),
        tools.specs(venue),
        person.isPresent());
  }
}
