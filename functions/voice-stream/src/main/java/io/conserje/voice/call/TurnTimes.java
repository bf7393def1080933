package io.conserje.voice.call;

import io.conserje.call.AnswerTime;
import io.conserje.call.AnswerTime.Step;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * When each thing happened on the way from the guest's last sound to the first sound of the answer
 * that the guest hears. The stages of a turn add up to the whole.
 */
public final class TurnTimes {

  /** In the order in which they happen. */
  public enum Moment {
    /** The guest's voice ended. */
    VOICE_ENDED,
    /** The last of their words was understood. */
    RECOGNISED,
    /** It was decided that the guest has finished. */
    TURN_ENDED,
    /** The first words of the answer were there. */
    WORDS,
    /** The voice was given the first piece of it. */
    CLAUSE,
    /** The first sound of the answer was made. */
    SOUND,
    /** The carrier was given it. */
    SENT,
    /** The guest heard it, as the carrier's mark tells. */
    HEARD
  }

  /** Which step ends there; a turn begins with none. */
  private static final Map<Moment, Step> STEPS = steps();

  private Map<Moment, Long> nanos = new EnumMap<>(Moment.class);
  private long understood;
  private AnswerTime unheard;

  private static Map<Moment, Step> steps() {
    Map<Moment, Step> steps = new EnumMap<>(Moment.class);
    for (Step step : Step.values()) {
      steps.put(Moment.values()[step.ordinal() + 1], step);
    }
    return steps;
  }

  /** Words of the guest were understood; those of the last turn before it has begun. */
  public void understood(long at) {
    understood = at;
  }

  /**
   * A turn begins with the end of the guest's voice. One that has not come to its end by then is
   * over.
   *
   * @param now from the same clock
   */
  public void begin(long voiceEnded, long now) {
    giveUp(now);
    nanos.put(Moment.VOICE_ENDED, voiceEnded);
    note(Moment.RECOGNISED, understood);
    note(Moment.TURN_ENDED, now);
  }

  /**
   * Only the first of its kind counts in each turn, and none before it has begun. What is noted
   * late, because somebody else was heard of first, took no time of its own.
   */
  public void note(Moment moment, long at) {
    if (nanos.containsKey(Moment.VOICE_ENDED)) {
      long last = nanos.values().stream().mapToLong(Long::longValue).max().orElse(at);
      nanos.putIfAbsent(moment, Math.max(at, last));
    }
  }

  /** Whether the guest has heard the answer to what they said. */
  public boolean isComplete() {
    return nanos.containsKey(Moment.HEARD);
  }

  /** The guest will not hear the answer any more, if there is one. */
  public void giveUp(long now) {
    if (!nanos.isEmpty()) {
      unheard = time(now);
      nanos.clear();
    }
  }

  /** The turn that was given up, once; null for none. */
  public AnswerTime unheard() {
    AnswerTime told = unheard;
    unheard = null;
    return told;
  }

  /** The turn that is complete; it is over with this. */
  public AnswerTime take(long now) {
    AnswerTime told = time(now);
    nanos.clear();
    return told;
  }

  private AnswerTime time(long now) {
    Map<Step, Duration> steps = new EnumMap<>(Step.class);
    Long before = null;
    for (Map.Entry<Moment, Long> entry : nanos.entrySet()) {
      if (before != null) {
        steps.put(STEPS.get(entry.getKey()), Duration.ofNanos(entry.getValue() - before));
      }
      before = entry.getValue();
    }
    Duration ago = Duration.ofNanos(now - nanos.get(Moment.VOICE_ENDED));
    return new AnswerTime(ago, steps, isComplete());
  }
}
