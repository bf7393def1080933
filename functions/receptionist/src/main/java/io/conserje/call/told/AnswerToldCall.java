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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
    StringBuilder beginning = new StringBuilder();
    Answer answer = answer(told, asked, line -> beginning.append(line).append(' '));
    return answer instanceof Answer.Says(String rest, Then then, Tokens tokens)
        ? new Answer.Says((beginning + rest).strip(), then, tokens)
        : answer;
  }

  /**
   * The same while it is being made.
   *
   * @param early is told the lines that are there before the rest is; they are not in the answer
   */
  public Answer answer(ToldCall told, Instant asked, Consumer<String> early) {
    return house(told)
        .map(venue -> answer(venue, told, asked, early))
        .orElseGet(Answer.NoHouse::new);
  }

  private Answer answer(Venue venue, ToldCall told, Instant asked, Consumer<String> early) {
    Known known = calls.open(told.place(), venue, CallState.IN_PROGRESS, clock.instant());
    CallWording words = CallWording.in(known.language());
    if (told.words().isBlank()) {
      String first = told.before().isEmpty() ? words.greeting(venue.name()) : "";
      return new Answer.Says(first, Then.GO_ON, Tokens.NONE);
    }
    long message = turns.take(venue, known, told, asked);
    Given given = new Given(venue, known, message, early);
    Reply reply = await(given);
    return reply.done()
        ? new Answer.Says(given.restOf(reply), then(told, reply), reply.tokens())
        : new Answer.Says(words.trouble(venue.phone()), Then.GO_ON, Tokens.NONE);
  }

  private static Then then(ToldCall told, Reply reply) {
    if (reply.toPerson()) {
      return Then.TO_PERSON;
    }
    return Farewell.is(told.words(), reply.text()) ? Then.HANG_UP : Then.GO_ON;
  }

  /** What was given out of an answer so far. */
  private final class Given {

    private final Venue venue;
    private final Known known;
    private final long message;
    private final Consumer<String> early;
    private int lines;

    Given(Venue venue, Known known, long message, Consumer<String> early) {
      this.venue = venue;
      this.known = known;
      this.message = message;
      this.early = early;
    }

    Reply look() {
      return turns.reply(venue, known, message, clock.instant());
    }

    void more() {
      List<String> all = look().lines();
      all.subList(Math.min(lines, all.size()), all.size()).forEach(early);
      lines = all.size();
    }

    String restOf(Reply reply) {
      List<String> all = reply.lines();
      return String.join(" ", all.subList(Math.min(lines, all.size()), all.size())).strip();
    }
  }

  private Reply await(Given given) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      boolean mine = answered(given);
      Reply reply = given.look();
      if (reply.done() || System.nanoTime() - deadline > 0) {
        return reply;
      }
      if (!mine) {
        pause();
      }
    }
  }

  private boolean answered(Given given) {
    try {
      return receptionist.answer(given.known.conversation(), Long.MAX_VALUE, given::more)
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
