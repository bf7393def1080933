package io.conserje.conversations;

import io.conserje.conversations.Plan.Correction;
import io.conserje.conversations.Scenario.Says;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A guest who knows what they want and says it in phrases of a bank: answers what is asked, asks
 * something in between, corrects what is read back, and changes or calls off what was booked.
 */
final class ImprovisedGuest implements Guest {

  private static final int ASKS_INSTEAD = 8;
  private static final int ASKS_BESIDE = 5;

  /** How seldom what is asked is something the house does not know. */
  static final int NOT_KNOWN = 6;

  private final Plan plan;
  private final PhraseBank bank;
  private final Random random;

  /** Of its own, so that the talks without such a question stay as they are. */
  private final Random odd;

  private final Ways ways;
  private final Deque<Correction> corrections;
  private final Deque<Correction> afterwards;
  private Wanted wanted;
  private int asidesLeft;
  private List<String> open = List.of();
  private boolean agreed;
  private boolean bade;

  ImprovisedGuest(Plan plan) {
    this.plan = plan;
    this.bank = plan.bank();
    this.random = new Random(plan.seed());
    this.odd = new Random(~plan.seed());
    this.ways = new Ways(bank.spanish(), random);
    this.corrections = new ArrayDeque<>(plan.corrections());
    this.afterwards = new ArrayDeque<>(plan.afterwards());
    this.wanted = plan.wanted();
    this.asidesLeft = plan.asides();
  }

  @Override
  public List<Says> opening() {
    return List.of(spoken(plan.opening()));
  }

  @Override
  public Optional<Says> answer(String houseSaid) {
    if (bade) {
      return Optional.empty();
    }
    List<String> asked = Asked.of(houseSaid);
    if (asked.isEmpty() && !open.isEmpty()) {
      asked = open;
    }
    open = List.of();
    return Optional.of(spoken(to(asked)));
  }

  private Says to(List<String> asked) {
    if (asked.contains("offer")) {
      return Says.of(insisting());
    }
    if (asked.contains("confirm")) {
      return decided(asked);
    }
    List<String> answers = asked.stream().map(this::answered).flatMap(Optional::stream).toList();
    if (answers.isEmpty()) {
      return next();
    }
    return beside(asked, String.join(", ", answers));
  }

  /** An answer, with something asked beside it or instead of it now and then. */
  private Says beside(List<String> asked, String answer) {
    if (asidesLeft > 0 && random.nextInt(ASKS_INSTEAD) == 0) {
      return aside(asked);
    }
    if (asidesLeft > 0 && random.nextInt(ASKS_BESIDE) == 0) {
      PhraseBank.Aside aside = asking();
      return new Says(List.of(joined(bank, random, answer, aside.say())), aside.reply(), List.of());
    }
    return Says.of(answer);
  }

  static String joined(PhraseBank bank, Random random, String answer, String aside) {
    return bank.pick(random, "joints").replace("{answer}", answer).replace("{aside}", aside);
  }

  private PhraseBank.Aside asking() {
    asidesLeft--;
    PhraseBank.Aside known = bank.aside(random, plan.house());
    return odd.nextInt(NOT_KNOWN) == 0 ? bank.unknown(odd, plan.house()) : known;
  }

  private Says aside(List<String> asked) {
    open = asked;
    PhraseBank.Aside aside = asking();
    return new Says(List.of(aside.say()), aside.reply(), List.of());
  }

  private Says decided(List<String> asked) {
    if (!agreed && !corrections.isEmpty()) {
      return taken(corrections.poll());
    }
    if (asidesLeft > 0 && random.nextInt(ASKS_INSTEAD) == 0) {
      return aside(asked);
    }
    agreed = true;
    List<String> said = new ArrayList<>(List.of(bank.pick(random, "answers", "yes")));
    asked.stream()
        .filter(List.of("name", "phone")::contains)
        .map(this::answered)
        .flatMap(Optional::stream)
        .forEach(said::add);
    return Says.of(String.join(", ", said));
  }

  /** What comes after what was wanted first; a goodbye at the end. */
  private Says next() {
    if (afterwards.isEmpty()) {
      bade = true;
      return Says.of(bank.pick(random, "answers", "no_more"));
    }
    return taken(afterwards.poll());
  }

  private Says taken(Correction correction) {
    wanted = correction.wanted();
    return Says.of(correction.text());
  }

  /** Whoever is offered something else says again what is wanted. */
  private String insisting() {
    return wanted.room()
        ? ways.of("room", wanted) + ", " + ways.of("range", wanted)
        : ways.of("date", wanted) + " " + ways.of("time", wanted);
  }

  private Optional<String> answered(String key) {
    boolean room = plan.wanted().room();
    return switch (key) {
      case "people" -> said(room ? "guests" : "people");
      case "date" -> said(room ? "dates" : "date");
      case "arrival" -> said("dates");
      case "departure", "nights" -> room ? said("nights") : Optional.empty();
      case "time" -> room ? Optional.empty() : said("time");
      case "room" -> room ? said("room") : Optional.empty();
      case "name", "phone", "email" -> said(key);
      case "reference" -> Optional.of("{mine}");
      case "zone" -> Optional.of(bank.spanish() ? "me da igual" : "no preference");
      case "notes" -> Optional.of(bank.spanish() ? "no, nada más" : "no, nothing else");
      default -> Optional.empty();
    };
  }

  private Optional<String> said(String key) {
    String phrase = bank.pick(random, "answers", key);
    return Optional.of(PhraseBank.filled(phrase, place -> ways.of(place, wanted)));
  }

  private Says spoken(Says says) {
    if (!plan.sloppy()) {
      return says;
    }
    List<String> messages =
        says.messages().stream()
            .map(text -> Slips.in(text, plan.wanted().name() + " mine", random))
            .toList();
    return new Says(messages, says.reply(), says.replyNot());
  }
}
