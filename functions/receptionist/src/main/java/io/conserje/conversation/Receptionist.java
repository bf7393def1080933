package io.conserje.conversation;

import io.conserje.conversation.Listening.Listened;
import io.conserje.conversation.SavedTurns.Closing;
import io.conserje.conversation.SavedTurns.Opening;
import io.conserje.conversation.builtin.SpokenLanguage;
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

  /** What stands in the record where no model answered. */
  private static final String APOLOGY = "none";

  /** What stands there where the house's own words were enough. */
  private static final String HOUSE = "house";

  private final SavedTurns turns;
  private final Venues venues;
  private final LanguageModel model;
  private final ToolBox tools;
  private final InstantSource clock;
  private final Supplier<TurnRules> rules;
  private final Listening listening;
  private final Speaking speaking;

  /** One that neither hears nor speaks. */
  public Receptionist(
      SavedTurns turns,
      Venues venues,
      LanguageModel model,
      ToolBox tools,
      InstantSource clock,
      Supplier<TurnRules> rules) {
    this(turns, venues, model, tools, clock, rules, Listening.NOBODY, Speaking.NOBODY);
  }

  public Receptionist(
      SavedTurns turns,
      Venues venues,
      LanguageModel model,
      ToolBox tools,
      InstantSource clock,
      Supplier<TurnRules> rules,
      Listening listening,
      Speaking speaking) {
    this.turns = turns;
    this.venues = venues;
    this.model = model;
    this.tools = tools;
    this.clock = clock;
    this.rules = rules;
    this.listening = listening;
    this.speaking = speaking;
  }

  /** What became of a wish to answer. */
  public sealed interface Answer {
    record Answered() implements Answer {}

    /** Another run holds the conversation; ask again when its lease is over. */
    record Busy(Duration lease) implements Answer {}

    /** What the guest said cannot be heard yet; ask again after the pause. */
    record NotHeard(Duration pause) implements Answer {}

    /** Nothing is waiting, its own reminder is still to come, or a person answers. */
    record NotNow() implements Answer {}
  }

  /** The answer takes more than may be done while the guest may still go on. */
  public static final class Unforeseen extends RuntimeException {
    public Unforeseen() {
      super("The answer is not made before the guest has finished.", null, false, false);
    }
  }

  /**
   * Answers everything a guest has said and not been answered.
   *
   * @param upTo the newest message the caller knows of
   */
  public Answer answer(UUID conversation, long upTo) {
    return answer(conversation, upTo, null);
  }

  /**
   * The same for somebody who is told of an answer while it is being made.
   *
   * @param partWritten is run whenever a part of the reply was written that is to be said before
   *     the rest is there; null where only the whole reply is wanted
   */
  public Answer answer(UUID conversation, long upTo, Runnable partWritten) {
    return answer(conversation, upTo, partWritten, null);
  }

  /**
   * The same while the guest may still go on: with a model that is at hand and tools that only
   * look, within work that the caller keeps or undoes as a whole.
   *
   * @param ahead knows later whether it was wanted
   * @throws Unforeseen where it takes more than that
   */
  public Answer foresee(UUID conversation, Ahead ahead) {
    if (!model.isAtHand()) {
      throw new Unforeseen();
    }
    return answer(conversation, Long.MAX_VALUE, null, ahead);
  }

  private Answer answer(UUID conversation, long upTo, Runnable partWritten, Ahead ahead) {
    TurnRules now = rules.get();
    return switch (turns.open(conversation, upTo, clock.instant(), now.lease(), now.patience())) {
      case Opening.Opened(Turn turn) -> finish(turn, partWritten, ahead);
      case Opening.Busy(Duration lease) -> new Answer.Busy(lease);
      case Opening.MoreComing _, Opening.NothingToAnswer _, Opening.PersonOwns _ ->
          new Answer.NotNow();
    };
  }

  private Answer finish(Turn opened, Runnable partWritten, Ahead ahead) {
    Venue venue = venues.byId(opened.venue()).orElseThrow();
    Patience patience = rules.get().patience(opened.channel(), clock.instant());
    Asking asking = new Asking(venue, patience, partWritten, ahead);
    Turn turn = opened;
    while (true) {
      switch (listening.to(turn, venue)) {
        case Listened.NotYet(Duration pause) -> {
          return new Answer.NotHeard(pause);
        }
        case Listened.Heard(Turn heard) -> turn = speak(heard, asking);
      }
      String aloud = speaking.aloud(turn, venue);
      if (!(turns.close(turn, aloud, clock.instant())
          instanceof Closing.MoreArrived(Turn longer))) {
        return new Answer.Answered();
      }
      turn = longer;
    }
  }

  /**
   * What stays the same while a turn is answered.
   *
   * @param ahead null where the guest has finished
   */
  private record Asking(Venue venue, Patience patience, Runnable partWritten, Ahead ahead) {}

  /** Takes steps until the model has spoken to everything the guest said. */
  private Turn speak(Turn opened, Asking asking) {
    Turn turn = opened;
    while (true) {
      if (!turn.steps().isEmpty()) {
        turn = turn.with(runCalls(turn, turn.steps().getLast(), asking));
        Step last = turn.steps().getLast();
        if (last.answer().calls().isEmpty() && last.seenUpTo() >= turn.newest()) {
          return turn;
        }
      }
      Step next = ask(turn, asking);
      turns.save(turn, next, nameOf(next.answer()), clock.instant());
      turn = turn.with(next);
    }
  }

  private Step ask(Turn turn, Asking asking) {
    return new Step(turn.steps().size() + 1, turn.newest(), think(turn, asking), List.of());
  }

  /** A chain of models says which of them it was. */
  private String nameOf(ModelAnswer answer) {
    return answer.model().isEmpty() ? model.name() : answer.model();
  }

  private ModelAnswer think(Turn turn, Asking asking) {
    try {
      if (turn.steps().size() < rules.get().mostSteps()) {
        String language = SpokenLanguage.of(request(turn, asking));
        Beginning beginning =
            new Beginning(turn, turns, clock, language, asking.partWritten(), asking.ahead());
        ModelAnswer answer = heard(turn, asking, beginning);
        String text = beginning.whole(answer);
        boolean silent = answer.choices().isEmpty() && answer.calls().isEmpty();
        return answer
            .saying(text)
            .offering(silent ? OfferedTimes.in(turn, text) : answer.choices());
      }
      LOG.warn(
          "Turn {} has taken {} steps; it ends with an apology and the house's phone.",
          turn.id(),
          turn.steps().size());
    } catch (RuntimeException e) {
      LOG.error("The language model failed; the guest gets an apology and the house's phone.", e);
    }
    String words = apology(turn, asking.venue());
    return ModelAnswer.say(words, turn.latestMemory(), turn.latestLanguage())
        .by(APOLOGY, Tokens.NONE);
  }

  /** A model is asked of what it can read; to the rest the house has its own words. */
  private ModelAnswer heard(Turn turn, Asking asking, Beginning beginning) {
    BeyondText beyond = BeyondText.of(turn.unanswered());
    if (beyond.isEmpty()) {
      return model.answer(request(turn, asking), beginning);
    }
    String words = beyond.words(asking.venue().address(), turn);
    Turn readable = turn.withUnanswered(beyond.without(turn.unanswered()));
    if (readable.unanswered().isEmpty()) {
      String open = BeyondText.openQuestion(turn.history());
      String all = turn.steps().isEmpty() && !open.isEmpty() ? words + "\n\n" + open : words;
      return ModelAnswer.say(all, turn.latestMemory(), turn.latestLanguage())
          .by(HOUSE, Tokens.NONE);
    }
    ModelAnswer answer = model.answer(request(readable, asking), beginning);
    return answer.calls().isEmpty()
        ? answer.saying((answer.text() + "\n\n" + words).strip())
        : answer;
  }

  /** What this turn has changed in the book is said all the same. */
  private static String apology(Turn turn, Venue venue) {
    Wording wording = Wordings.in(Locale.forLanguageTag(turn.latestLanguage()));
    return Stream.concat(
            turn.mustHear().stream(), Stream.of(wording.troubleOnOurSide(venue.phone())))
        .collect(Collectors.joining("\n\n"));
  }

  private ModelRequest request(Turn turn, Asking asking) {
    return new ModelRequest(
        asking.venue(),
        now(asking.venue()),
        turn.channel(),
        turn.speaker(),
        turn.history(),
        turn.unanswered(),
        turn.latestMemory(),
        turn.steps(),
        tools.specs(asking.venue()),
        turn.latestLanguage(),
        turn.conversation(),
        asking.patience());
  }

  private Step runCalls(Turn turn, Step step, Asking asking) {
    List<ToolResult> results = new ArrayList<>(step.results());
    List<ToolCall> calls = step.answer().calls();
    if (asking.ahead() != null && !calls.stream().allMatch(tools::onlyLooks)) {
      throw new Unforeseen();
    }
    for (int i = results.size(); i < calls.size(); i++) {
      String key = turn.id() + ":" + step.number() + ":" + i;
      results.add(
          turns.once(
              turn,
              step.number(),
              i,
              calls.get(i),
              call ->
                  Outgoing.result(
                      tools.run(call, context(turn, step, asking.venue(), key)), turn, step),
              clock.instant(),
              rules.get().unheard()));
    }
    return new Step(step.number(), step.seenUpTo(), step.answer(), results);
  }

  private Tool.Context context(Turn turn, Step step, Venue venue, String key) {
    return new Tool.Context(
        venue,
        turn.channel(),
        turn.speaker(),
        turn.conversation(),
        now(venue),
        Locale.forLanguageTag(step.answer().language()),
        key);
  }

  private ZonedDateTime now(Venue venue) {
    return clock.instant().atZone(venue.zone());
  }
}
