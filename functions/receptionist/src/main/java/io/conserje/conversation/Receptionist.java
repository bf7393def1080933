package io.conserje.conversation;

import io.conserje.conversation.SavedTurns.Closing;
import io.conserje.conversation.SavedTurns.Opening;
import io.conserje.venue.Venue;
import io.conserje.venue.Venues;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one entry to the house, written or spoken: answers what a guest said. A turn is saved state:
 * open, step by step, close; a run that dies is taken up by the next one where it stopped, and no
 * effect happens twice.
 */
public final class Receptionist {

  private static final Logger LOG = LoggerFactory.getLogger(Receptionist.class);

  private final SavedTurns turns;
  private final Venues venues;
  private final LanguageModel model;
  private final ToolBox tools;
  private final InstantSource clock;
  private final Supplier<TurnRules> rules;

  public Receptionist(
      SavedTurns turns,
      Venues venues,
      LanguageModel model,
      ToolBox tools,
      InstantSource clock,
      Supplier<TurnRules> rules) {
    this.turns = turns;
    this.venues = venues;
    this.model = model;
    this.tools = tools;
    this.clock = clock;
    this.rules = rules;
  }

  /** What became of a wish to answer. */
  public sealed interface Answer {
    record Answered() implements Answer {}

    /** Another run holds the conversation; ask again when its lease is over. */
    record Busy(Duration lease) implements Answer {}

    /** Nothing is waiting, its own reminder is still to come, or a person answers. */
    record NotNow() implements Answer {}
  }

  /**
   * Answers everything a guest has said and not been answered.
   *
   * @param upTo the newest message the caller knows of
   */
  public Answer answer(UUID conversation, long upTo) {
    TurnRules now = rules.get();
    return switch (turns.open(conversation, upTo, clock.instant(), now.lease(), now.patience())) {
      case Opening.Opened(Turn turn) -> finish(turn);
      case Opening.Busy(Duration lease) -> new Answer.Busy(lease);
      case Opening.MoreComing _, Opening.NothingToAnswer _, Opening.PersonOwns _ ->
          new Answer.NotNow();
    };
  }

  private Answer finish(Turn opened) {
    Venue venue = venues.byId(opened.venue()).orElseThrow();
    Turn turn = opened;
    while (true) {
      turn = speak(turn, venue);
      if (!(turns.close(turn, clock.instant()) instanceof Closing.MoreArrived(Turn longer))) {
        return new Answer.Answered();
      }
      turn = longer;
    }
  }

  /** Takes steps until the model has spoken to everything the guest said. */
  private Turn speak(Turn opened, Venue venue) {
    Turn turn = opened;
    while (true) {
      if (!turn.steps().isEmpty()) {
        turn = turn.with(runCalls(turn, turn.steps().getLast(), venue));
        Step last = turn.steps().getLast();
        if (last.answer().calls().isEmpty() && last.seenUpTo() >= turn.newest()) {
          return turn;
        }
      }
      Step next = ask(turn, venue);
      turns.save(turn, next, model.name(), clock.instant());
      turn = turn.with(next);
    }
  }

  private Step ask(Turn turn, Venue venue) {
    return new Step(turn.steps().size() + 1, turn.newest(), think(turn, venue), List.of());
  }

  private ModelAnswer think(Turn turn, Venue venue) {
    try {
      if (turn.steps().size() < rules.get().mostSteps()) {
        return model.answer(request(turn, venue));
      }
      LOG.warn(
          "Turn {} has taken {} steps; it ends with an apology and the house's phone.",
          turn.id(),
          turn.steps().size());
    } catch (RuntimeException e) {
      LOG.error("The language model failed; the guest gets an apology and the house's phone.", e);
    }
    return ModelAnswer.say(apology(turn, venue), turn.latestMemory(), turn.latestLanguage());
  }

  /** What this turn has changed in the book is said all the same. */
  private static String apology(Turn turn, Venue venue) {
    Wording wording = Wordings.in(Locale.forLanguageTag(turn.latestLanguage()));
    return Stream.concat(
            turn.mustHear().stream(), Stream.of(wording.troubleOnOurSide(venue.phone())))
        .collect(Collectors.joining("\n\n"));
  }

  private ModelRequest request(Turn turn, Venue venue) {
    return new ModelRequest(
        venue,
        now(venue),
        turn.channel(),
        turn.guest(),
        turn.history(),
        turn.unanswered(),
        turn.latestMemory(),
        turn.steps(),
        tools.specs(venue),
        turn.latestLanguage());
  }

  private Step runCalls(Turn turn, Step step, Venue venue) {
    List<ToolResult> results = new ArrayList<>(step.results());
    List<ToolCall> calls = step.answer().calls();
    for (int i = results.size(); i < calls.size(); i++) {
      String key = turn.id() + ":" + step.number() + ":" + i;
      results.add(
          turns.once(
              turn,
              step.number(),
              i,
              calls.get(i),
              call -> tools.run(call, context(turn, step, venue, key)),
              clock.instant(),
              rules.get().unheard()));
    }
    return new Step(step.number(), step.seenUpTo(), step.answer(), results);
  }

  private Tool.Context context(Turn turn, Step step, Venue venue, String key) {
    return new Tool.Context(
        venue,
        turn.channel(),
        turn.guest(),
        turn.conversation(),
        now(venue),
        Locale.forLanguageTag(step.answer().language()),
        key);
  }

  private ZonedDateTime now(Venue venue) {
    return clock.instant().atZone(venue.zone());
  }
}
