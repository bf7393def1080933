package io.conserje.voicenote;

import io.conserje.conversation.Hearing;
import io.conserje.conversation.Listening;
import io.conserje.conversation.Message;
import io.conserje.conversation.Turn;
import io.conserje.metrics.Metrics;
import io.conserje.venue.Venue;
import io.conserje.voicenote.Transcriber.Hints;
import io.conserje.voicenote.Transcriber.Transcript;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches each voice note of a turn, looks whether anybody speaks in it, has it written down and
 * saves that, before the turn goes on. What fails for a while is tried again a few times; then the
 * guest is asked to write.
 */
public final class ListenToVoiceNotes implements Listening {

  private static final Logger LOG = LoggerFactory.getLogger(ListenToVoiceNotes.class);

  private static final int MOST_TRIES = 3;

  /** What one run may spend on listening; the rest of its time belongs to the model. */
  private static final Duration PATIENCE = Duration.ofSeconds(14);

  private static final Duration LONGEST_FETCH = Duration.ofSeconds(6);

  /** With less than this left the next run listens. */
  private static final Duration TOO_LITTLE = Duration.ofSeconds(4);

  private static final Duration SOON = Duration.ofSeconds(2);

  /** A guest is rather asked to write than kept waiting longer. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  private final Map<String, MediaSource> sources;
  private final SoundReader reader;
  private final Transcriber transcriber;
  private final SavedNotes notes;
  private final Metrics metrics;
  private final InstantSource clock;
  private final Supplier<NoteLimits> limits;

  public ListenToVoiceNotes(
      List<MediaSource> sources,
      SoundReader reader,
      Transcriber transcriber,
      SavedNotes notes,
      Metrics metrics,
      InstantSource clock,
      Supplier<NoteLimits> limits) {
    this.sources =
        sources.stream().collect(Collectors.toMap(MediaSource::provider, Function.identity()));
    this.reader = reader;
    this.transcriber = transcriber;
    this.notes = notes;
    this.metrics = metrics;
    this.clock = clock;
    this.limits = limits;
  }

  @Override
  public Listened to(Turn turn, Venue venue) {
    if (turn.unanswered().stream().noneMatch(Message::isUnheard) || !transcriber.isThere()) {
      return new Listened.Heard(turn);
    }
    long begun = System.nanoTime();
    Hints hints = hints(turn, venue);
    for (VoiceNote note : notes.unheard(turn)) {
      if (!sources.containsKey(note.provider())) {
        continue;
      }
      Duration left = PATIENCE.minusNanos(System.nanoTime() - begun);
      if (left.compareTo(TOO_LITTLE) < 0) {
        return waitFor(turn, Duration.ZERO);
      }
      notes.begin(turn, note, clock.instant().plus(limits.get().lease()));
      Outcome outcome = note.tries() < MOST_TRIES ? listen(note, hints, left) : GIVEN_UP;
      if (outcome.again() != null && note.tries() + 1 < MOST_TRIES) {
        return waitFor(turn, outcome.again());
      }
      notes.save(turn, note, outcome.hearing(), outcome.words());
      count(outcome.hearing());
    }
    return new Listened.Heard(notes.again(turn));
  }

  /**
   * @param again after what time it is worth trying once more; null: never
   */
  private record Outcome(Hearing hearing, String words, Duration again) {
    static Outcome of(Hearing hearing) {
      return new Outcome(hearing, "", null);
    }

    static Outcome later(Duration pause) {
      Duration again = pause == null || pause.compareTo(LONGEST_PAUSE) > 0 ? null : pause;
      return new Outcome(Hearing.NOT_NOW, "", again);
    }
  }

  /** A run that has died over a note each time is not to die over it again. */
  private static final Outcome GIVEN_UP = Outcome.of(Hearing.NOT_NOW);

  private Listened waitFor(Turn turn, Duration pause) {
    notes.release(turn);
    LOG.info("A voice note could not be heard yet. Tried again in {} s.", pause.toSeconds());
    return new Listened.NotYet(pause);
  }

  private Outcome listen(VoiceNote note, Hints hints, Duration within) {
    long begun = System.nanoTime();
    Duration toFetch = LONGEST_FETCH.compareTo(within) < 0 ? LONGEST_FETCH : within;
    Media media =
        sources.get(note.provider()).fetch(note.address(), limits.get().largest(), toFetch);
    return switch (media) {
      case Media.Fetched(byte[] bytes, String _) ->
          listen(bytes, hints, within.minusNanos(System.nanoTime() - begun));
      case Media.TooLarge _ -> Outcome.of(Hearing.TOO_LARGE);
      case Media.Refused(String reason) -> {
        LOG.warn("A voice note was not fetched ({}). The guest is asked to write.", reason);
        yield Outcome.of(Hearing.NO_SOUND);
      }
      case Media.Later(String reason, Duration asked) -> {
        LOG.warn("A voice note was not fetched ({}).", reason);
        yield Outcome.later(asked == null ? SOON : asked);
      }
    };
  }

  private Outcome listen(byte[] bytes, Hints hints, Duration within) {
    Duration longest = limits.get().longest();
    Sound sound = reader.read(bytes, longest).orElse(null);
    if (sound == null) {
      return Outcome.of(Hearing.NO_SOUND);
    }
    if (sound.length() != null && sound.length().compareTo(longest) > 0) {
      return Outcome.of(Hearing.TOO_LONG);
    }
    if (sound.silent()) {
      return Outcome.of(Hearing.NOTHING);
    }
    return switch (transcriber.write(sound, hints, within)) {
      case Transcript.Words(String text) -> new Outcome(Hearing.WORDS, text, null);
      case Transcript.Nothing _ -> Outcome.of(Hearing.NOTHING);
      case Transcript.Unreadable _ -> Outcome.of(Hearing.NO_SOUND);
      case Transcript.Later(Duration pause) -> Outcome.later(pause);
    };
  }

  /** A guest who has said nothing yet may speak another language than the house. */
  private static Hints hints(Turn turn, Venue venue) {
    boolean known =
        turn.history().stream()
            .anyMatch(m -> m.from() == Message.From.GUEST && !m.text().startsWith("["));
    String language = turn.latestLanguage().split("-")[0];
    return new Hints(known ? language : "", HouseVocabulary.of(venue));
  }

  private void count(Hearing hearing) {
    metrics.count("voice_notes", 1, Metrics.Label.of("outcome", hearing.code()));
  }
}
