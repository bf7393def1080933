package io.conserje.voice.stage;

import io.conserje.call.HouseTalk.Answer;
import io.conserje.call.HouseTalk.Line;
import io.conserje.call.LineWording;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.CallThread.Timer;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a person fetched who goes on with the call. The guest waits on the line meanwhile, and hears
 * from time to time that they are not forgotten.
 */
public final class FetchPerson implements Stage {

  private static final Logger LOG = LoggerFactory.getLogger(FetchPerson.class);

  private static final Duration BETWEEN_PHRASES = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final Answer NOW = new Answer(List.of(), true);

  private final CallSession call;
  private final Next next;
  private final OwnWords own;
  private final LineWording wording;

  private boolean fetching;
  private int phrases;
  private Timer phrase = Timer.NONE;
  private Timer end = Timer.NONE;

  public FetchPerson(CallSession call, Next next) {
    this.call = call;
    this.next = next;
    this.own = new OwnWords(call, next);
    this.wording = LineWording.in(call.language());
  }

  @Override
  public void take(Signal signal) {
    switch (signal) {
      case Signal.ToPerson _ -> {
        if (!fetching) {
          begin();
        }
      }
      case Signal.LineClosed _ -> {
        stop();
        next.hand(signal);
      }
      default -> next.hand(signal);
    }
  }

  private void begin() {
    fetching = true;
    next.hand(new Signal.HoldBegan());
    phrase = call.thread().after(BETWEEN_PHRASES, this::comfort);
    end = call.thread().after(LONGEST, () -> fetched(NOW));
    Thread.ofVirtual()
        .name("call-person")
        .start(() -> {
          Answer answer = fetch();
          call.thread().run(() -> fetched(answer));
        });
  }

  /** Whom the carrier asks next finds somebody, or takes a message. */
  private Answer fetch() {
    try {
      return call.house().fetchPerson();
    } catch (RuntimeException fault) {
      call.tally().count("person_fault");
      LOG.atError()
          .setCause(fault)
          .addKeyValue("call", call.id())
          .log("Nobody could be fetched; the house leaves the call.");
      return NOW;
    }
  }

  private void comfort() {
    phrase = call.thread().after(BETWEEN_PHRASES, this::comfort);
    if (call.spoken().isTold()) {
      own.say(wording.pleaseHold(phrases++));
    }
  }

  private void fetched(Answer answer) {
    if (!fetching || call.isOver()) {
      return;
    }
    stop();
    next.hand(new Signal.HoldOver());
    answer.lines().forEach(this::say);
    if (answer.toPerson()) {
      next.hand(new Signal.Leave());
    }
  }

  private void say(Line line) {
    next.hand(new Signal.Say(call.spoken().add(line), line.text()));
  }

  private void stop() {
    fetching = false;
    phrase.cancel();
    end.cancel();
  }
}
