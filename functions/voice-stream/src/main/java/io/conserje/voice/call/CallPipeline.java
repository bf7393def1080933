package io.conserje.voice.call;

import io.conserje.metrics.Metrics;
import io.conserje.speech.SpeechRecognizer;
import io.conserje.speech.SpeechVoice;
import io.conserje.speech.VoiceActivity;
import io.conserje.voice.carrier.WordLine;
import io.conserje.voice.record.CallRecorder;
import io.conserje.voice.record.CallRecords;
import io.conserje.voice.stage.AskReceptionist;
import io.conserje.voice.stage.CutClauses;
import io.conserje.voice.stage.DecodeSound;
import io.conserje.voice.stage.EncodeSound;
import io.conserje.voice.stage.EndInTime;
import io.conserje.voice.stage.FillWaits;
import io.conserje.voice.stage.HearOurselves;
import io.conserje.voice.stage.LetGuestFinish;
import io.conserje.voice.stage.MindSilence;
import io.conserje.voice.stage.NoticeVoice;
import io.conserje.voice.stage.PaceSound;
import io.conserje.voice.stage.RecogniseSpeech;
import io.conserje.voice.stage.SayWords;
import io.conserje.voice.stage.SpeakClauses;
import io.conserje.voice.stage.TakeKeys;
import io.conserje.voice.stage.TakeTurns;
import io.conserje.voice.stage.TakeWords;
import io.conserje.voice.stage.TapeGuest;
import io.conserje.voice.stage.TapeHouse;
import io.conserje.voice.stage.TellTurns;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call, from the guest's mouth to the guest's ear. A stage that fails at a signal has lost that
 * signal and nothing else.
 */
public final class CallPipeline {

  private static final Logger LOG = LoggerFactory.getLogger(CallPipeline.class);

  private final CallSession call;
  private final Stage.Next first;

  private CallPipeline(CallSession call, Stage.Next first) {
    this.call = call;
    this.first = first;
  }

  /**
   * Who does what calls have in common.
   *
   * @param longest how long a call may last
   */
  public record Crew(
      VoiceActivity.Detector detector,
      SpeechRecognizer recognizer,
      SpeechVoice voice,
      Metrics metrics,
      Supplier<Duration> longest,
      CallRecords records) {

    private static final Duration USUAL_LONGEST = Duration.ofMinutes(20);

    /** Nothing is kept. */
    public Crew(
        VoiceActivity.Detector detector,
        SpeechRecognizer recognizer,
        SpeechVoice voice,
        Metrics metrics) {
      this(detector, recognizer, voice, metrics, () -> USUAL_LONGEST, CallRecords.NONE);
    }

    /** Nobody counts. */
    public Crew(VoiceActivity.Detector detector, SpeechRecognizer recognizer, SpeechVoice voice) {
      this(detector, recognizer, voice, Metrics.NONE);
    }

    /** Whether a call can be carried. */
    public boolean isThere() {
      return recognizer.isThere() && voice.isThere();
    }
  }

  private static List<Stage.Making> sound(CallSession session, Crew crew) {
    CallRecorder recorder = new CallRecorder(crew.records(), session);
    return List.of(
        DecodeSound::new,
        (_, next) -> new TapeGuest(recorder, next),
        (call, next) -> new NoticeVoice(crew.detector(), call, next),
        (call, next) -> new RecogniseSpeech(crew.recognizer(), call, next),
        TakeKeys::new,
        TakeTurns::new,
        AskReceptionist::new,
        FillWaits::new,
        MindSilence::new,
        (call, next) -> new EndInTime(crew.longest().get(), call, next),
        LetGuestFinish::new,
        CutClauses::new,
        (call, next) -> new SpeakClauses(crew.voice(), call, next),
        HearOurselves::new,
        PaceSound::new,
        (call, next) -> new TellTurns(crew.metrics(), crew.records(), call, next),
        (call, next) -> new TapeHouse(recorder, call, next),
        EncodeSound::new);
  }

  /** Where the carrier hears and speaks, and only words come and go. */
  private static List<Stage.Making> words(Crew crew) {
    return List.of(
        TakeKeys::new,
        TakeWords::new,
        AskReceptionist::new,
        FillWaits::new,
        MindSilence::new,
        (call, next) -> new EndInTime(crew.longest().get(), call, next),
        LetGuestFinish::new,
        (call, next) -> new TellTurns(crew.metrics(), crew.records(), call, next),
        (call, next) -> new SayWords((WordLine) call.line(), call, next));
  }

  public static CallPipeline of(CallSession call, Crew crew) {
    return of(call, sound(call, crew));
  }

  public static CallPipeline ofWords(CallSession call, Crew crew) {
    return of(call, words(crew));
  }

  static CallPipeline of(CallSession call, List<Stage.Making> stages) {
    Stage.Next next = _ -> {};
    for (Stage.Making making : stages.reversed()) {
      next = surviving(making.make(call, next), call);
    }
    return new CallPipeline(call, next);
  }

  private static Stage.Next surviving(Stage stage, CallSession call) {
    String name = stage.getClass().getSimpleName();
    return signal -> {
      try {
        stage.take(signal);
      } catch (RuntimeException fault) {
        call.tally().count("stage_fault");
        LOG.atError()
            .setCause(fault)
            .addKeyValue("call", call.id())
            .log("{} failed at {}; the call goes on.", name, signal.getClass().getSimpleName());
      }
    };
  }

  /** On the call's thread. */
  public void take(Signal signal) {
    if (!call.isOver()) {
      first.hand(signal);
    }
  }
}
