package io.conserje.voice.stage;

import io.conserje.call.HouseTalk.Farewell;
import io.conserje.call.LineWording;
import io.conserje.call.OpenQuestion;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.CallThread.Timer;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import java.time.Duration;

/**
 * Minds that nobody speaks: a guest who says nothing after the house has spoken is asked whether
 * they are there, twice, and then the house takes leave. Who has asked for a moment gets it. A
 * voice of which nothing was understood is asked to speak again.
 */
public final class MindSilence implements Stage {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration A_MOMENT = Duration.ofSeconds(60);
  private static final int MOST_PROMPTS = 2;
  private static final int MOST_UNHEARD = 2;

  /** More of a question is not said again. */
  private static final int LONGEST_QUESTION = 120;

  private final CallSession call;
  private final Next next;
  private final OwnWords own;
  private final LineWording wording;
  private final Duration patience;

  private Timer look = Timer.NONE;
  private long quietSince;
  private boolean guestSpeaks;
  private boolean houseThinks;
  private boolean aMoment;
  private boolean leaving;
  private int prompts;
  private int unheard;

  public MindSilence(CallSession call, Next next) {
    this.call = call;
    this.next = next;
    this.own = new OwnWords(call, next);
    this.wording = LineWording.in(call.language());
    this.patience = call.house().manners().silence();
  }

  @Override
  public void take(Signal signal) {
    next.hand(signal);
    switch (signal) {
      case Signal.LineOpened _ -> {
        houseThinks = true;
        lookLater();
      }
      case Signal.GuestSpeaks _ -> guestSpeaks = true;
      case Signal.GuestQuiet _ -> guestSpeaks = false;
      case Signal.GuestSaid _ -> {
        guestHasSpoken();
        houseThinks = true;
        unheard = 0;
      }
      case Signal.GuestWaits _ -> {
        guestHasSpoken();
        aMoment = true;
        own.say(wording.takeYourTime());
      }
      case Signal.Say(int line, String _) -> houseThinks &= call.spoken().isOwn(line);
      case Signal.Answered _ -> houseThinks = false;
      case Signal.Unheard _ -> notUnderstood();
      case Signal.Leave _ -> leaving = true;
      case Signal.LineClosed _ -> look.cancel();
      default -> {}
    }
    if (guestSpeaks || houseThinks) {
      quietSince = call.thread().nanos();
    }
  }

  private void guestHasSpoken() {
    guestSpeaks = false;
    aMoment = false;
    prompts = 0;
  }

  private void lookLater() {
    look = call.thread().after(BETWEEN_LOOKS, this::look);
  }

  private void look() {
    if (call.isOver() || leaving) {
      return;
    }
    lookLater();
    long now = call.thread().nanos();
    if (guestSpeaks || houseThinks || !call.spoken().isTold()) {
      quietSince = now;
    } else if (now - quietSince >= (aMoment ? A_MOMENT : patience).toNanos()) {
      quietSince = now;
      aMoment = false;
      nobodySpeaks();
    }
  }

  private void nobodySpeaks() {
    String question = call.spoken().openQuestion().map(MindSilence::shortly).orElse("");
    call.tally().count("guest_silent");
    if (prompts < MOST_PROMPTS) {
      own.say(prompts == 0 ? wording.stillThere(question) : wording.stillThereAgain(question));
      prompts++;
    } else {
      own.away(() -> call.house().takesLeave(Farewell.NOBODY_THERE, question));
      own.say(wording.nobodyThere());
      next.hand(new Signal.Leave());
      leaving = true;
    }
  }

  /** {@code Le confirmo los datos: mesa para dos, ¿está bien?} asks only at its end. */
  private static String shortly(OpenQuestion question) {
    String text = question.text();
    String asking = text.substring(Math.max(0, text.lastIndexOf('¿')));
    return asking.length() > LONGEST_QUESTION ? "" : asking;
  }

  private void notUnderstood() {
    unheard++;
    own.say(unheard <= MOST_UNHEARD ? wording.cannotHear() : wording.cannotAnswer());
    if (unheard > MOST_UNHEARD) {
      next.hand(new Signal.Leave());
    }
  }
}
