package io.conserje.voice.stage;

import io.conserje.call.Foresight;
import io.conserje.call.HouseTalk.Answer;
import io.conserje.call.HouseTalk.HeardLine;
import io.conserje.call.HouseTalk.Line;
import io.conserje.connectors.lambda.Correlation;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import io.conserje.voice.call.TurnTimes.Moment;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what the guest said to the house and what the house says back. Whatever waits for the book
 * or a model is done on threads of its own; one for each thing the guest says, so that words that
 * come while an answer is made are written down at once and taken into it.
 */
public final class AskReceptionist implements Stage {

  private static final Logger LOG = LoggerFactory.getLogger(AskReceptionist.class);

  private final CallSession call;
  private final Next next;

  /** How often the guest has said something. */
  private int questions;

  /** What the guest may have ended with, and is being answered; null for nothing. */
  private Foresight ahead;

  /** A person goes on with the call. */
  private boolean leaving;

  public AskReceptionist(CallSession call, Next next) {
    this.call = call;
    this.next = next;
  }

  @Override
  public void take(Signal signal) {
    switch (signal) {
      case Signal.LineOpened _ -> {
        next.hand(signal);
        ask(
            "greeting",
            () -> call.house().greet(lines -> onThread(() -> lines.forEach(this::say))));
      }
      case Signal.GuestPauses(String words) -> foresee(words, call.spoken().foreseen());
      case Signal.GuestGoesOn _ -> forget();
      case Signal.GuestSaid(String words, long _) -> {
        call.spoken().dropAll();
        next.hand(signal);
        answer(said(words, call.spoken().settle()));
      }
      case Signal.GuestWaits(String words) -> {
        forget();
        call.spoken().dropAll();
        next.hand(signal);
        List<HeardLine> heard = call.spoken().settleAndAskOn();
        away(
            "aside",
            () -> {
              call.house().heard(heard);
              call.house().overheard(words);
            });
      }
      case Signal.LineClosed _ -> {
        forget();
        call.spoken().dropAll();
        next.hand(signal);
        close(call.spoken().settle());
      }
      default -> next.hand(signal);
    }
  }

  /** The house thinks while the guest pauses: what it comes to is there when they have finished. */
  private void foresee(String words, List<HeardLine> heard) {
    if (ahead == null || !ahead.isFor(words, heard)) {
      forget();
      Foresight answer = new Foresight(words, heard);
      ahead = answer;
      away("foresight", () -> call.house().foresee(answer));
    }
  }

  private void forget() {
    if (ahead != null) {
      ahead.drop();
      ahead = null;
    }
  }

  private Foresight said(String words, List<HeardLine> heard) {
    Foresight answer = ahead;
    if (answer == null || !answer.isFor(words, heard)) {
      forget();
      answer = new Foresight(words, heard);
    }
    answer.want();
    ahead = null;
    return answer;
  }

  private void answer(Foresight said) {
    int question = ++questions;
    ask("answer", () -> call.house().answer(said, lines -> onThread(() -> begin(question, lines))));
  }

  /** Of an answer whose end is not known: where the guest has spoken meanwhile it goes unheard. */
  private void begin(int question, List<Line> lines) {
    if (question == questions) {
      lines.forEach(this::say);
    } else {
      lines.forEach(line -> call.spoken().over(call.spoken().add(line)));
    }
  }

  private void onThread(Runnable task) {
    call.thread().run(task);
  }

  private void ask(String what, Supplier<Answer> question) {
    away(
        what,
        () -> {
          boolean well = false;
          try {
            Answer answer = question.get();
            onThread(() -> take(answer));
            well = true;
          } finally {
            Signal answered = new Signal.Answered(well);
            onThread(() -> next.hand(answered));
          }
        });
  }

  private void take(Answer answer) {
    answer.lines().forEach(this::say);
    if (answer.toPerson() && !leaving && !call.isOver()) {
      leaving = true;
      next.hand(new Signal.Leave());
    }
  }

  private void say(Line line) {
    if (call.isOver() || line.text().isBlank()) {
      return;
    }
    call.times().note(Moment.WORDS, call.thread().nanos());
    next.hand(new Signal.Say(call.spoken().add(line), line.text()));
  }

  private void close(List<HeardLine> heard) {
    away("end", () -> call.house().heard(heard));
  }

  private void away(String what, Runnable work) {
    Thread.ofVirtual()
        .name("call-" + what)
        .start(() -> {
          try (Correlation _ = Correlation.begin(call.trace()).with("call", call.id())) {
            work.run();
          } catch (RuntimeException fault) {
            call.tally().count(what + "_fault");
            LOG.atError()
                .setCause(fault)
                .addKeyValue("call", call.id())
                .log("The {} of a call failed; the guest is heard on.", what);
          }
        });
  }
}
