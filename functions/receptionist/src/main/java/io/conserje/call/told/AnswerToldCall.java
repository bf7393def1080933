package io.conserje.call.told;

import io.conserje.call.CallHouses;
import io.conserje.call.CallState;
import io.conserje.call.CallWording;
import io.conserje.call.Calls;
import io.conserje.call.Calls.Known;
import io.conserje.call.told.ToldTurns.Reply;
import io.conserje.conversation.Receptionist;
import io.conserje.conversation.SavedTurns.LeaseLost;
import io.conserje.conversation.Tokens;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.Venues;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Answers what a guest said in a call that somebody else hears and speaks for: by the same {@link
 * Receptionist} as everywhere, once, however often the same is asked.
 */
public final class AnswerToldCall {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final CallHouses houses;
  private final Venues venues;
  private final Calls calls;
  private final ToldTurns turns;
  private final Receptionist receptionist;
  private final Runnable afterwards;
  private final Duration patience;
  private final InstantSource clock;

  /**
   * @param afterwards sees to what an answer left to be sent elsewhere
   * @param patience how long the guest waits at most, in the machine's own time
   */
  public AnswerToldCall(
      CallHouses houses,
      Venues venues,
      Calls calls,
      ToldTurns turns,
      Receptionist receptionist,
      Runnable afterwards,
      Duration patience,
      InstantSource clock) {
    this.houses = houses;
    this.venues = venues;
    this.calls = calls;
    this.turns = turns;
    this.receptionist = receptionist;
    this.afterwards = afterwards;
    this.patience = patience;
    this.clock = clock;
  }

  /** What is to be done after the words. */
  public enum Then {
    GO_ON,
    /** The guest is put through to a person. */
    TO_PERSON,
    HANG_UP
  }

  /** What the house says. */
  public sealed interface Answer {

    record Says(String text, Then then, Tokens tokens) implements Answer {}

    /** What was called is no house's. */
    record NoHouse() implements Answer {}
  }

  /** Whom the call is for; empty for no house. */
  public Optional<Venue> house(ToldCall told) {
    return houses
        .of(told.place())
        .or(() ->
            Optional.of(told.house())
                .filter(name -> !name.isBlank())
                .flatMap(name -> venues.byId(new VenueId(name))));
  }

  /**
   * @param asked when the question came
   */
  public Answer answer(ToldCall told, Instant asked) {
    return house(told).map(venue -> answer(venue, told, asked)).orElseGet(Answer.NoHouse::new);
  }

  private Answer answer(Venue venue, ToldCall told, Instant asked) {
    Known known = calls.open(told.place(), venue, CallState.IN_PROGRESS, clock.instant());
    CallWording words = CallWording.in(known.language());
    if (told.words().isBlank()) {
      String first = told.before().isEmpty() ? words.greeting(venue.name()) : "";
      return new Answer.Says(first, Then.GO_ON, Tokens.NONE);
    }
    long message = turns.take(venue, known, told, asked);
    Reply reply = await(venue, known, message);
    return reply.done()
        ? new Answer.Says(reply.text(), then(told, reply), reply.tokens())
        : new Answer.Says(words.trouble(venue.phone()), Then.GO_ON, Tokens.NONE);
  }

  private static Then then(ToldCall told, Reply reply) {
    if (reply.toPerson()) {
      return Then.TO_PERSON;
    }
    return Farewell.is(told.words(), reply.text()) ? Then.HANG_UP : Then.GO_ON;
  }

  private Reply await(Venue venue, Known known, long message) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      boolean mine = answered(known);
      Reply reply = turns.reply(venue, known, message, clock.instant());
      if (reply.done() || System.nanoTime() - deadline > 0) {
        return reply;
      }
      if (!mine) {
        pause();
      }
    }
  }

  private boolean answered(Known known) {
    try {
      return receptionist.answer(known.conversation(), Long.MAX_VALUE)
          instanceof Receptionist.Answer.Answered;
    } catch (LeaseLost anotherQuestionCame) {
      return false;
    } finally {
      afterwards.run();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
