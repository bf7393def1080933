package io.conserje.voice.call;

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
    /** It was decided that the guest has finished. */
    TURN_ENDED,
    /** The first words of the answer were there. */
    WORDS,
    /** The first sound of the answer was made. */
    SOUND,
    /** The carrier was given it. */
    SENT,
    /** The guest heard it, as the carrier's mark tells. */
    HEARD
  }

  private final Map<Moment, Long> nanos = new EnumMap<>(Moment.class);

  /** A turn begins with the end of the guest's voice. */
  public void begin(long voiceEnded) {
    nanos.clear();
    nanos.put(Moment.VOICE_ENDED, voiceEnded);
  }

  /** Only the first of its kind counts in each turn, and none before it has begun. */
  public void note(Moment moment, long at) {
    if (nanos.containsKey(Moment.VOICE_ENDED)) {
      nanos.putIfAbsent(moment, at);
    }
  }

  /** Whether the guest has heard the answer to what they said. */
  public boolean isComplete() {
    return nanos.size() == Moment.values().length;
  }

  /** How long it took to come to each moment from the one before it. */
  public Map<Moment, Duration> steps() {
    Map<Moment, Duration> steps = new EnumMap<>(Moment.class);
    Long before = null;
    for (Map.Entry<Moment, Long> entry : nanos.entrySet()) {
      if (before != null) {
        steps.put(entry.getKey(), Duration.ofNanos(entry.getValue() - before));
      }
      before = entry.getValue();
    }
    return steps;
  }

  /** A turn that is told of is over. */
  public void clear() {
    nanos.clear();
  }
}
