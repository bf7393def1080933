package io.conserje.turns.telnyx;

import io.conserje.call.AnswerCall;
import io.conserje.call.AnswerCall.Answer;
import io.conserje.call.CallEvent;
import io.conserje.call.CallHouses;
import io.conserje.call.CallPlace;
import io.conserje.call.CallPlan;
import io.conserje.call.CallPlan.Step;
import io.conserje.call.CallState;
import io.conserje.call.Calls;
import io.conserje.call.Calls.Known;
import io.conserje.call.CarriedCall;
import io.conserje.call.ForwardCall;
import io.conserje.call.ForwardCall.Forwarding;
import io.conserje.call.SoundForm;
import io.conserje.call.SoundHost;
import io.conserje.call.SoundHost.Sound;
import io.conserje.call.TakeVoiceMessage;
import io.conserje.call.VoiceWording;
import io.conserje.connectors.telnyx.TelnyxLine.Told;
import io.conserje.turns.telnyx.Orders.Order;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a call over Telnyx, event by event: the host of its sound talks to the guest;
 * where there is none, or it breaks off too often, a person of the house does, or a message is
 * taken. Whom nobody of the house has taken comes back to the host.
 */
public final class TelnyxTalk implements Consumer<CallEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(TelnyxTalk.class);

  /** Before the token. */
  static final String STREAM_PATH = "/voice/telnyx/stream/";

  /** Behind it, the keys that were pressed. */
  private static final String KEYS = "call.gather.ended:";

  private final TelnyxOutgoing outgoing;
  private final AnswerCall answer;
  private final ForwardCall forward;
  private final CallHouses houses;
  private final Calls calls;
  private final SoundHost host;
  private final CarriedCall carried;
  private final Supplier<String> codec;
  private final TakeVoiceMessage messages;
  private final TelnyxTransfer transfer;
  private final TellOnce line;
  private final Runnable afterwards;
  private final InstantSource clock;

  /**
   * @param codec in which the sound is to come and go; empty for the usual one
   * @param afterwards wakes whoever sends what was written meanwhile
   */
  TelnyxTalk(
      TelnyxOutgoing outgoing,
      AnswerCall answer,
      ForwardCall forward,
      CallHouses houses,
      Calls calls,
      SoundHost host,
      Supplier<String> codec,
      TakeVoiceMessage messages,
      TelnyxTransfer transfer,
      TellOnce line,
      Runnable afterwards,
      InstantSource clock) {
    this.outgoing = outgoing;
    this.answer = answer;
    this.forward = forward;
    this.houses = houses;
    this.calls = calls;
    this.host = host;
    this.carried = new CarriedCall(calls);
    this.codec = codec;
    this.messages = messages;
    this.transfer = transfer;
    this.line = line;
    this.afterwards = afterwards;
    this.clock = clock;
  }

  @Override
  public void accept(CallEvent event) {
    if (outgoing.takes(event)) {
      return;
    }
    if (event.signal().equals("call.initiated")) {
      if (event.place().direction().equals("inbound")) {
        initiated(event);
      }
      return;
    }
    CallPlan.of(event.memo())
        .flatMap(plan -> talk(event, plan))
        .ifPresent(talk -> next(event, talk));
  }

  private Optional<Talk> talk(CallEvent event, CallPlan plan) {
    CallPlace guest =
        plan.step().isOfPerson()
            ? new CallPlace(
                event.place().provider(), plan.leg(), plan.control(), List.of(), "", "inbound")
            : event.place();
    return houses.of(guest).map(venue -> new Talk(event, plan, guest, venue));
  }

  private void initiated(CallEvent event) {
    CallPlace place = event.place();
    String control = place.carrierCallId();
    if (control.isEmpty()) {
      return;
    }
    CallPlan plan = new CallPlan(Step.HELP, control, place.callId());
    switch (answer.answer(place)) {
      case Answer.NoHouse _ -> line.tell(event, control, Orders.reject());
      case Answer.ByPerson _ -> tell(talk(event, plan).orElseThrow(), Orders.answer(plan));
      case Answer.ByAssistant by -> {
        Talk talk = new Talk(event, plan, place, by.venue());
        host.of(place, by.venue(), by.language(), STREAM_PATH)
            .ifPresentOrElse(sound -> answer(talk, sound), () -> tell(talk, Orders.answer(plan)));
      }
    }
  }

  private void answer(Talk talk, Sound sound) {
    if (refuses(talk, Orders.answer(talk.plan().at(Step.STREAM), sound, form()))) {
      tell(talk, Orders.answer(talk.plan()));
    }
  }

  private void next(CallEvent event, Talk talk) {
    Step step = talk.plan().step();
    switch (event.signal()) {
      case "call.answered" -> {
        switch (step) {
          case HELP -> welcome(talk);
          case CALLED_PERSON -> transfer.joined(talk);
          case RUNG_PERSON -> transfer.brief(talk, about(talk));
          default -> {}
        }
      }
      case "streaming.failed", "streaming.stopped" -> soundLost(talk);
      case "call.speak.ended" -> spoken(talk, step);
      case "call.recording.saved" -> {
        if (step == Step.RECORDING) {
          recorded(talk);
        }
      }
      case "call.hangup" -> {
        if (step.isOfPerson()) {
          nextPerson(talk, event.endedReason());
        } else if (step == Step.DIAL || step == Step.DIALLED) {
          transfer.callerGone(talk);
        }
      }
      default -> {
        if (step == Step.RUNG_PERSON && event.signal().startsWith(KEYS)) {
          transfer.key(talk, event.signal().substring(KEYS.length()));
        }
      }
    }
  }

  /** There is no assistant on this line, or it is an hour at which the house answers itself. */
  private void welcome(Talk talk) {
    if (answer.answer(talk.place()) instanceof Answer.ByPerson(String _, String words)) {
      say(talk, Step.DIAL, words);
    } else {
      help(talk, words(talk).noAssistant(talk.venue().name()));
    }
  }

  /** A host that has finished notes why: any other caller was cut off. */
  private void soundLost(Talk talk) {
    if (!talk.plan().step().isStream()) {
      return;
    }
    switch (carried.why(talk.place(), talk.venue())) {
      case OVER -> tell(talk, Orders.hangUp(talk.plan()));
      case TO_PERSON -> help(talk, "");
      case GIVEN_UP -> help(talk, words(talk).apology());
      case CUT_OFF -> streamAgain(talk);
      case NEVER_CARRIED -> {
        if (talk.plan().step() == Step.STREAM) {
          streamAgain(talk);
        } else {
          help(talk, words(talk).apology());
        }
      }
    }
  }

  private void streamAgain(Talk talk) {
    if (talk.plan().step().again().filter(next -> streams(talk, next)).isEmpty()) {
      help(talk, words(talk).apology());
    }
  }

  private boolean streams(Talk talk, Step next) {
    return sound(talk)
        .map(to -> Orders.stream(talk.plan().at(next), to, form()))
        .filter(order -> !refuses(talk, order))
        .isPresent();
  }

  private Optional<Sound> sound(Talk talk) {
    return host.of(talk.place(), talk.venue(), language(talk), STREAM_PATH);
  }

  private SoundForm form() {
    return SoundForm.of(codec.get())
        .orElseGet(() -> {
          LOG.warn("TELNYX_STREAM_CODEC is none of PCMU, PCMA, L16: PCMU is taken.");
          return SoundForm.PCMU;
        });
  }

  /** Nobody is rung for the same guest twice in one call. */
  private void help(Talk talk, String first) {
    if (carried.isBack(talk.place(), talk.venue())) {
      askForMessage(talk, (first + " " + words(talk).notReached()).strip());
      return;
    }
    Forwarding forwarding = forwarding(talk);
    afterwards.run();
    switch (forwarding) {
      case Forwarding.To(String _, String words, String _, var _) ->
          say(talk, Step.DIAL, (first + " " + words).strip());
      case Forwarding.Nobody(String words) -> askForMessage(talk, (first + " " + words).strip());
    }
  }

  /** The same whenever it is asked in one call. */
  private Forwarding forwarding(Talk talk) {
    return forward.forward(talk.place(), "resume:" + talk.place().callId(), "");
  }

  private void askForMessage(Talk talk, String first) {
    say(talk, Step.MESSAGE, (first + " " + words(talk).leaveMessage()).strip());
  }

  /** What cannot be said is left out, and what comes after it is done at once. */
  private void say(Talk talk, Step step, String words) {
    if (refuses(talk, Orders.speak(talk.plan().at(step), language(talk), words))) {
      spoken(talk, step);
    }
  }

  private void spoken(Talk talk, Step step) {
    switch (step) {
      case DIAL -> dial(talk);
      case MESSAGE -> record(talk);
      case GOODBYE -> tell(talk, Orders.hangUp(talk.plan()));
      default -> {}
    }
  }

  private void record(Talk talk) {
    if (refuses(talk, Orders.record(talk.plan().at(Step.RECORDING)))) {
      say(talk, Step.GOODBYE, words(talk).notReached());
    }
  }

  private void dial(Talk talk) {
    boolean rings =
        answer.answer(talk.place()) instanceof Answer.ByPerson(String at, String _)
            ? transfer.rings(talk, List.of(at), 0, false)
            : transfer.rings(talk, people(talk), 0, true);
    if (!rings) {
      nobodyTook(talk);
    }
  }

  private List<String> people(Talk talk) {
    return forwarding(talk) instanceof Forwarding.To to ? to.numbers() : List.of();
  }

  /** What whoever is rung is told of the caller. */
  private String about(Talk talk) {
    return forwarding(talk) instanceof Forwarding.To to ? to.summary() : "";
  }

  private void nextPerson(Talk talk, String reason) {
    boolean atHome = answer.answer(talk.place()) instanceof Answer.ByPerson;
    List<String> numbers = atHome ? List.of() : people(talk);
    transfer
        .next(talk, reason)
        .filter(position -> !transfer.rings(talk, numbers, position, true))
        .ifPresent(_ -> nobodyTook(talk));
  }

  /** Whoever was left to a person by our own side is talked to there again; else on a tape. */
  private void nobodyTook(Talk talk) {
    transfer.quiet(talk);
    if (carried.mayComeBack(talk.place(), talk.venue(), clock.instant())) {
      if (streams(talk, Step.STREAM_BACK)) {
        return;
      }
    } else if (carried.isBack(talk.place(), talk.venue())) {
      return;
    }
    askForMessage(talk, words(talk).notReached());
  }

  private void recorded(Talk talk) {
    String recording = talk.because().report() == null ? "" : talk.because().report().recording();
    VoiceWording words = words(talk);
    if (!recording.isEmpty()) {
      messages.take(talk.venue(), known(talk), recording);
      afterwards.run();
    }
    say(talk, Step.GOODBYE, recording.isEmpty() ? words.nothingHeard() : words.thanks());
  }

  private boolean refuses(Talk talk, Order order) {
    return tell(talk, order).filter(Told.Refused.class::isInstance).isPresent();
  }

  private Optional<Told> tell(Talk talk, Order order) {
    return line.tell(talk.because(), talk.place(), talk.venue(), talk.plan().control(), order);
  }

  private VoiceWording words(Talk talk) {
    return VoiceWording.in(language(talk));
  }

  private Locale language(Talk talk) {
    return known(talk).language();
  }

  private Known known(Talk talk) {
    return calls.open(talk.place(), talk.venue(), CallState.RINGING, clock.instant());
  }
}
