package io.conserje.call;

import io.conserje.call.CallWords.Answers;
import io.conserje.call.Calls.Known;
import io.conserje.call.CarriedCall.Before;
import io.conserje.call.TakeCall.Taken;
import io.conserje.conversation.Receptionist;
import io.conserje.conversation.Receptionist.Answer.Answered;
import io.conserje.conversation.Receptionist.Answer.Busy;
import io.conserje.conversation.Receptionist.Unforeseen;
import io.conserje.conversation.SavedTurns.LeaseLost;
import io.conserje.conversation.Wordings;
import io.conserje.conversation.spoken.ForTheEar;
import io.conserje.venue.CallManners;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call, answered by the same receptionist as everything that is written. What fails is said to
 * the guest, who would hear silence.
 */
public final class TalkWithReceptionist implements HouseTalk {

  private static final Logger LOG = LoggerFactory.getLogger(TalkWithReceptionist.class);

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  /** So often in a row nothing could be answered; then somebody else goes on. */
  private static final int MOST_TROUBLES = 2;

  private final CallPlace place;
  private final Venue venue;
  private final Known known;
  private final CarriedCall carried;
  private final Before before;
  private final Duration lasted;
  private final Announcement announcement;
  private final CallWords words;
  private final Receptionist receptionist;
  private final Runnable afterwards;
  private final InstantSource clock;

  /**
   * What is said while an answer is made is taken into it; only then is it somebody's turn again.
   */
  private final ReentrantLock turn = new ReentrantLock(true);

  /** Who asked last: an answer in the making has taken that in, or is not told any further. */
  private volatile Consumer<List<Line>> newest = _ -> {};

  private final AtomicInteger troubles = new AtomicInteger();

  /** Something the house said was not heard to its end. */
  private volatile boolean cutShort;

  /**
   * @param afterwards wakes whoever sends what was written meanwhile
   */
  public TalkWithReceptionist(
      Taken call,
      Calls calls,
      CallWords words,
      Receptionist receptionist,
      Runnable afterwards,
      InstantSource clock) {
    this.place = call.place();
    this.venue = call.venue();
    this.known = call.known();
    this.carried = new CarriedCall(calls);
    this.before = call.before();
    this.lasted = call.lasted();
    this.announcement = new Announcement(venue, wording(), call.again());
    this.words = words;
    this.receptionist = receptionist;
    this.afterwards = afterwards;
    this.clock = clock;
  }

  @Override
  public Answer greet(Consumer<List<Line>> early) {
    return switch (before) {
      case NOTHING -> Answer.saying(List.of(says(announcement.greeting(venue.name()))));
      case CUT_OFF -> goOn(early);
      case NOBODY_CAME -> nobodyCame();
    };
  }

  /** Nobody of the house has taken the call: it is noted for them, and the talk goes on here. */
  private Answer nobodyCame() {
    words.giveBack(venue, known);
    String phone = known.guest().phone();
    boolean canBeCalled = phone != null && !phone.isBlank();
    return Answer.saying(List.of(says(wording().nobodyCame(canBeCalled))));
  }

  /**
   * That the house is there again is said at once and written down meanwhile. What was said and not
   * answered is answered; what may not have been heard is said again.
   */
  private Answer goOn(Consumer<List<Line>> early) {
    Line sorry = new Line(UUID.randomUUID(), wording().backAgain());
    early.accept(List.of(sorry));
    words.houseSays(venue, known, sorry, clock.instant());
    words.takeOver(venue, known);
    answerAll(null);
    Answers answers = words.unheard(venue, known, clock.instant());
    return new Answer(answers.lines(), answers.byPerson());
  }

  private Line says(String text) {
    return words.houseSays(venue, known, text, clock.instant());
  }

  private CallWording wording() {
    return CallWording.in(known.language());
  }

  @Override
  public void foresee(Foresight ahead) {
    if (turn.tryLock()) {
      try {
        ahead.make(() -> words.asOne(known, () -> foreseen(ahead)));
      } finally {
        turn.unlock();
      }
    }
  }

  /** Is thrown out of again, and undone, where it turns out to be none. */
  private Answers foreseen(Foresight ahead) {
    words.heard(venue, ahead.heard(), clock.instant());
    words.guestSaid(venue, known, ahead.words(), clock.instant());
    if (cutShort || isCut(ahead.heard())) {
      words.sayAgainWhatWasDone(venue, known, clock.instant());
    }
    if (!(receptionist.foresee(known.conversation(), ahead) instanceof Answered)) {
      throw new Unforeseen();
    }
    Answers answers = words.take(venue, known, clock.instant());
    if (!ahead.isWanted()) {
      throw new Unforeseen();
    }
    return answers;
  }

  @Override
  public Answer answer(Foresight said, Consumer<List<Line>> early) {
    Optional<Answers> made = said.keep();
    if (made.isEmpty()) {
      heard(said.heard());
      return answer(said.words(), early);
    }
    announcement.heard(said.heard());
    cutShort = false;
    return orTrouble(() -> {
      afterwards.run();
      return saying(made.get(), announcement.opening(said.words(), this::says));
    });
  }

  private Answer saying(Answers answers, UnaryOperator<List<Line>> opening) {
    troubles.set(0);
    return new Answer(opening.apply(answers.lines()), answers.byPerson());
  }

  @Override
  public Answer answer(String said, Consumer<List<Line>> early) {
    return orTrouble(() -> {
      words.guestSaid(venue, known, said, clock.instant());
      if (cutShort) {
        cutShort = false;
        words.sayAgainWhatWasDone(venue, known, clock.instant());
      }
      UnaryOperator<List<Line>> opening = announcement.opening(said, this::says);
      newest = lines -> early.accept(opening.apply(lines));
      answerAll(() -> newest.accept(words.take(venue, known, clock.instant()).lines()));
      return saying(words.take(venue, known, clock.instant()), opening);
    });
  }

  private Answer orTrouble(Supplier<Answer> answer) {
    try {
      return answer.get();
    } catch (RuntimeException fault) {
      LOG.error("A guest on the telephone could not be answered and is told so.", fault);
      boolean again = troubles.incrementAndGet() >= MOST_TROUBLES;
      return new Answer(List.of(new Line(UUID.randomUUID(), trouble())), again);
    }
  }

  private String trouble() {
    String text = Wordings.in(known.language()).troubleOnOurSide(venue.phone());
    return ForTheEar.of(text, known.language());
  }

  private void answerAll(Runnable partWritten) {
    turn.lock();
    try {
      await(partWritten);
    } catch (RuntimeException fault) {
      letGo(fault);
      throw fault;
    } finally {
      turn.unlock();
      afterwards.run();
    }
  }

  /** Else the guest would have to wait until the run that failed is given up. */
  private void letGo(RuntimeException fault) {
    try {
      words.takeOver(venue, known);
    } catch (RuntimeException sameFault) {
      fault.addSuppressed(sameFault);
    }
  }

  /** Another run may have the conversation for a moment. */
  private void await(Runnable partWritten) {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (isHeldByAnother(partWritten) && System.nanoTime() < end) {
      try {
        Thread.sleep(BETWEEN_TRIES);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean isHeldByAnother(Runnable partWritten) {
    try {
      return receptionist.answer(known.conversation(), Long.MAX_VALUE, partWritten) instanceof Busy;
    } catch (LeaseLost lost) {
      return true;
    }
  }

  @Override
  public void heard(List<HeardLine> lines) {
    if (!lines.isEmpty()) {
      announcement.heard(lines);
      cutShort |= isCut(lines);
      words.heard(venue, lines, clock.instant());
    }
  }

  private static boolean isCut(List<HeardLine> lines) {
    return lines.stream().anyMatch(line -> !line.whole());
  }

  @Override
  public void leave() {
    carried.left(place, venue, words.isByPerson(venue, known), clock.instant());
  }

  @Override
  public Duration lasted() {
    return lasted;
  }

  @Override
  public CallManners manners() {
    return venue.correspondence().manners();
  }

  @Override
  public void says(Line line) {
    words.houseSays(venue, known, line, clock.instant());
  }

  @Override
  public void overheard(String said) {
    words.guestSaidAside(venue, known, said, clock.instant());
  }

  @Override
  public void takesLeave(Farewell why, String open) {
    switch (why) {
      case NOBODY_THERE -> carried.over(place, venue, unanswered(open), clock.instant());
      case TIME_IS_OVER -> carried.tooLong(place, venue, clock.instant());
    }
  }

  private static String unanswered(String open) {
    return open.isBlank() ? "guest-silent" : "guest-silent: " + open;
  }

  @Override
  public void over() {
    carried.hungUp(place, venue, clock.instant());
  }
}
