package io.conserje.call.out;

import io.conserje.call.CallWords;
import io.conserje.call.HouseTalk;
import io.conserje.call.TakeCall.Taken;
import io.conserje.venue.CallManners;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A call the house makes: it says why it calls, says so again to who did not hear it, tells a
 * telephone that screens calls who calls and why, and keeps silent for a machine. Everything else
 * is talked about as in every call.
 */
public final class OutgoingTalk implements HouseTalk {

  private final HouseTalk talk;
  private final Taken taken;
  private final OutgoingCall call;
  private final OutgoingCalls outgoing;
  private final CallWords words;
  private final InstantSource clock;

  private UUID opening;
  private boolean toldWhy;
  private boolean begun;

  private OutgoingTalk(
      HouseTalk talk,
      Taken taken,
      OutgoingCall call,
      OutgoingCalls outgoing,
      CallWords words,
      InstantSource clock) {
    this.talk = talk;
    this.taken = taken;
    this.call = call;
    this.outgoing = outgoing;
    this.words = words;
    this.clock = clock;
  }

  /**
   * @param talk as in a call that came in
   * @return the same where the call did come in
   */
  public static HouseTalk where(
      Taken taken, HouseTalk talk, OutgoingCalls outgoing, CallWords words, InstantSource clock) {
    return outgoing
        .of(taken.place().provider(), taken.place().callId())
        .<HouseTalk>map(call -> new OutgoingTalk(talk, taken, call, outgoing, words, clock))
        .orElse(talk);
  }

  @Override
  public synchronized Answer greet(Consumer<List<Line>> early) {
    if (taken.again()) {
      begun = true;
      return talk.greet(early);
    }
    return open();
  }

  private Answer open() {
    Line line = says(wording().opening(house(), purpose(call)));
    opening = line.id();
    return Answer.saying(List.of(line));
  }

  @Override
  public Answer answer(String said, Consumer<List<Line>> early) {
    return own(said).orElseGet(() -> talk.answer(said, early));
  }

  /** What needs nobody who knows the book; empty once they talk. */
  private synchronized Optional<Answer> own(String said) {
    return switch (PickedUp.of(said)) {
      case HELLO -> toldWhy ? theyTalk() : noted(said, open());
      case WHO -> noted(said, whoAndWhy());
      case SCREENING -> begun ? theyTalk() : noted(said, whoAndWhy());
      case MACHINE -> begun ? theyTalk() : noted(said, Answer.saying(List.of()));
      case TALK -> theyTalk();
    };
  }

  private Optional<Answer> theyTalk() {
    if (!begun) {
      begun = true;
      outgoing.answered(call.id(), AfterCall.PERSON, clock.instant());
    }
    return Optional.empty();
  }

  private Answer whoAndWhy() {
    return Answer.saying(List.of(says(wording().whoAndWhy(house(), purpose(call)))));
  }

  /** It stands in the conversation and waits for no answer. */
  private Optional<Answer> noted(String said, Answer answer) {
    talk.overheard(said);
    return Optional.of(answer);
  }

  private Line says(String text) {
    return words.houseSays(taken.venue(), taken.known(), text, clock.instant());
  }

  private String house() {
    return taken.venue().name();
  }

  private OutgoingWording wording() {
    return OutgoingWording.in(taken.known().language());
  }

  /** Behind "por" or "about". */
  public static String purpose(OutgoingCall call) {
    return call.purpose().isBlank()
        ? OutgoingWording.in(call.language()).yourMessage()
        : call.purpose();
  }

  @Override
  public void heard(List<HeardLine> lines) {
    synchronized (this) {
      toldWhy |= lines.stream().anyMatch(line -> line.id().equals(opening) && line.whole());
    }
    talk.heard(lines);
  }

  @Override
  public void leave() {
    talk.leave();
  }

  @Override
  public CallManners manners() {
    return talk.manners();
  }

  @Override
  public void says(Line line) {
    talk.says(line);
  }

  @Override
  public void overheard(String said) {
    talk.overheard(said);
  }

  @Override
  public void takesLeave(Farewell why, String open) {
    talk.takesLeave(why, open);
  }

  @Override
  public Duration lasted() {
    return talk.lasted();
  }

  @Override
  public void over() {
    talk.over();
  }
}
