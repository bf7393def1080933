package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.function.Supplier;

/** What a guest answers to a question about a table that is being booked. */
final class BookingAnswers {

  /** Words of a message that says yes and little else. */
  private static final int PLAIN = 5;

  /** {@code menú del día}: no day that is to be another. */
  private static final FilteredPattern OF_THE_DAY =
      FilteredPattern.compile(
          "(?iu)\\b(?:men[uú]s?|platos?|pescado|carne|arroz|sopa|postre|tarta|vino) del d[ií]a\\b|\\b(?:dish|menu|soup|special|catch|fish|cake|dessert)s? of the day\\b");

  /** {@code sí, todo bien. ¿Y hay parking?}: the yes is a sentence by itself. */
  private final Turn turn;

  private final Memory memory;
  private final Questions questions;
  private final BookCalls calls;
  private final WaitlistTalk waitlist;
  private final PhoneTalk phones;
  private final Supplier<Reply> next;

  /**
   * @param next what follows when the answer has been taken
   */
  BookingAnswers(Turn turn, WaitlistTalk waitlist, Supplier<Reply> next) {
    this.turn = turn;
    this.memory = turn.memory();
    this.questions = new Questions(turn);
    this.calls = new BookCalls(turn);
    this.waitlist = waitlist;
    this.phones = new PhoneTalk(turn);
    this.next = next;
  }

  /**
   * Null if the message settles nothing by itself.
   *
   * @param changed whether the wish is another than before
   */
  Reply to(Understanding heard, Wish before, boolean changed) {
    return switch (memory.asked) {
      case CONFIRM -> afterReadBack(heard, before, changed);
      case NAME -> changed || heard.question() ? null : afterName(heard);
      case WHAT_TO_CHANGE -> changed ? null : afterWhatToChange(heard);
      case OFFER -> changed ? null : afterOffer(heard);
      case OTHER_MOMENT -> changed ? null : afterOtherMoment(heard);
      case WAITLIST -> changed ? null : waitlist.afterAsking(heard);
      case PHONE -> changed || !phones.missing() ? null : phones.unanswered(heard);
      default -> null;
    };
  }

  /** Null if the answer is neither yes nor no. */
  private Reply afterName(Understanding heard) {
    if (heard.about(Topic.MY_NAME)) {
      return Reply.say(turn.table().nameNeeded());
    }
    return switch (heard.answer()) {
      case YES -> Reply.say(turn.table().nameNeeded());
      case NO -> whatToChange();
      case NEITHER -> null;
    };
  }

  private Reply afterReadBack(Understanding heard, Wish before, boolean changed) {
    boolean sameTable =
        memory.wish.withName(before.name()).equals(before)
            || calls.key(memory.wish).equals(calls.key(before));
    boolean plainYes =
        heard.answer() == YesNo.YES
            && (!heard.question() || YesFirst.in(memory.text))
            && !(heard.about(Topic.BUT) && !changed);
    if (plainYes && sameTable && calls.key(memory.wish).equals(memory.free)) {
      return calls.create();
    }
    if (changed) {
      return null;
    }
    if (clears(heard)) {
      return next.get();
    }
    boolean corrected = heard.phone() != null;
    return corrected ? next.get() : heard.answer() == YesNo.NO ? whatToChange() : null;
  }

  private Reply whatToChange() {
    memory.asked = Asked.WHAT_TO_CHANGE;
    return Reply.say(turn.say().whatToChange());
  }

  private Reply afterWhatToChange(Understanding heard) {
    if (clears(heard)) {
      return next.get();
    }
    if (heard.answer() == YesNo.NO) {
      memory.dropWish();
      return Reply.say(turn.say().dropped());
    }
    boolean right = heard.answer() == YesNo.YES || heard.wishes() || heard.name() != null;
    return right ? next.get() : null;
  }

  /** "La hora": takes out of the wish what the guest wants to say anew. */
  private boolean clears(Understanding heard) {
    Wish wish = memory.wish;
    if (heard.about(Topic.THE_TIME)) {
      memory.wish = wish.withTime(null);
    } else if (heard.about(Topic.THE_DAY) && !OF_THE_DAY.matcher(memory.text).find()) {
      memory.wish = wish.withDate(null);
    } else if (heard.about(Topic.THE_PARTY)) {
      memory.wish = wish.withParty(null);
    } else if (heard.about(Topic.THE_NAME)) {
      memory.wish = wish.withName(null);
      memory.asked = Asked.NAME;
      return true;
    }
    return !wish.equals(memory.wish);
  }

  private Reply afterOffer(Understanding heard) {
    if (heard.answer() == YesNo.NO && waitlist.possible()) {
      return waitlist.propose("");
    }
    if (heard.answer() == YesNo.NO) {
      memory.asked = Asked.OTHER_MOMENT;
      return Reply.say(turn.say().otherDayOrTime());
    }
    return heard.answer() == YesNo.YES ? afterYesToOffers(Words.of(memory.text).size()) : null;
  }

  /** A yes to several hours takes the first of them, the nearest; it is read back anyhow. */
  private Reply afterYesToOffers(int words) {
    boolean again = turn.lastSaid().endsWith(questions.offerAgain());
    if (memory.offers.isEmpty() || words > PLAIN && !again) {
      return Reply.say(questions.offerAgain());
    }
    memory.wish = memory.wish.at(memory.offers.getFirst());
    return next.get();
  }

  private Reply afterOtherMoment(Understanding heard) {
    if (heard.answer() == YesNo.NO) {
      memory.dropWish();
      return Reply.say(turn.say().dropped());
    }
    boolean day = heard.about(Topic.THE_DAY) || heard.answer() == YesNo.YES;
    if (day || heard.about(Topic.THE_TIME)) {
      memory.wish = day ? memory.wish.withDate(null) : memory.wish.withTime(null);
      return next.get();
    }
    return null;
  }
}
