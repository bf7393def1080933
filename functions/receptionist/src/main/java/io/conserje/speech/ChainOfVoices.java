package io.conserje.speech;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several voices as one: when one fails, or says nothing for too long, the next goes on with the
 * clause that was not said to its end. Who is known to be in trouble is left out, unless nobody
 * else is there.
 */
public final class ChainOfVoices implements SpeechVoice {

  private static final Logger LOG = LoggerFactory.getLogger(ChainOfVoices.class);

  private final List<SpeechVoice> voices;
  private final Patience patience;
  private final ScheduledExecutorService timer;
  private final Circuits circuits;

  /**
   * How long a voice may be silent that has something to say, while this host is not late itself.
   *
   * @param first before its first sound
   * @param between after it: there is some sound ahead then
   */
  public record Patience(Duration first, Duration between) {

    /** The guest hears something within a second. */
    public static final Patience USUAL =
        new Patience(Duration.ofMillis(700), Duration.ofMillis(1_500));
  }

  /**
   * @param voices in their order
   * @param timer an event loop or the like: nothing done on it waits
   */
  public ChainOfVoices(
      List<SpeechVoice> voices,
      Patience patience,
      ScheduledExecutorService timer,
      InstantSource clock) {
    this.voices = List.copyOf(voices);
    this.patience = patience;
    this.timer = timer;
    this.circuits = new Circuits(clock);
  }

  /** The first that is there; who speaks is not told. */
  @Override
  public String name() {
    return voices.stream()
        .filter(SpeechVoice::isThere)
        .findFirst()
        .map(SpeechVoice::name)
        .orElse("none");
  }

  @Override
  public boolean isThere() {
    return voices.stream().anyMatch(SpeechVoice::isThere);
  }

  @Override
  public boolean speaks(AudioFormat format) {
    return voices.stream().anyMatch(one -> one.isThere() && one.speaks(format));
  }

  @Override
  public Utterance begin(Wishes wishes, Listener listener) {
    List<SpeechVoice> able =
        voices.stream().filter(one -> one.isThere() && one.speaks(wishes.format())).toList();
    InTurn<SpeechVoice> turns = new InTurn<>(able, SpeechVoice::name, circuits);
    ChainedUtterance utterance =
        new ChainedUtterance(turns, wishes, listener, patience, this::judge, timer);
    utterance.begin();
    return utterance;
  }

  private void judge(String name, SpeechFailure failure) {
    if (failure == null) {
      circuits.answered(name);
    } else {
      circuits.failed(name, failure);
      LOG.warn("{} speaks no more ({}); the next one goes on.", name, failure.reason());
    }
  }
}
