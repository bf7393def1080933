package io.conserje.voice.stage;

import io.conserje.speech.SpeechRecognizer;
import io.conserje.speech.SpeechRecognizer.Heard;
import io.conserje.speech.SpeechRecognizer.Session;
import io.conserje.speech.SpeechRecognizer.Wishes;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import java.time.Duration;
import java.util.List;

/**
 * Has what the guest says written down. A recogniser that is lost is begun anew; where that is in
 * vain, the house leaves the call to those whom the carrier asks then.
 */
public final class RecogniseSpeech implements Stage {

  private static final Duration BEFORE_ANOTHER = Duration.ofMillis(250);
  private static final int MOST_LOSSES = 4;

  private final SpeechRecognizer recognizer;
  private final CallSession call;
  private final Next next;

  /** Null while there is none. */
  private Session session;

  /** Bytes. */
  private long pushed;

  private int losses;
  private final Deafness deafness;

  public RecogniseSpeech(SpeechRecognizer recognizer, CallSession call, Next next) {
    this.recognizer = recognizer;
    this.call = call;
    this.next = next;
    this.deafness = new Deafness(call.thread(), this::deaf);
  }

  @Override
  public void take(Signal signal) {
    deafness.take(signal);
    switch (signal) {
      case Signal.LineOpened _ -> listen();
      case Signal.Samples(byte[] bytes, short[] _, int _) -> {
        if (session != null) {
          session.push(bytes);
          pushed += bytes.length;
        }
      }
      case Signal.LineClosed _ -> {
        close();
        Duration heard = call.carrier().hears().length(pushed);
        call.usage().add(recognizer.name() + "_seconds", heard.plusMillis(999).toSeconds());
      }
      default -> {}
    }
    if (!(signal instanceof Signal.Samples)) {
      next.hand(signal);
    }
    if (signal instanceof Signal.VoiceEnded && session != null) {
      session.flush();
    }
  }

  private void listen() {
    Wishes wishes = new Wishes(call.carrier().hears(), List.of(call.language()), List.of());
    Session[] own = new Session[1];
    own[0] = recognizer.listen(wishes, heard -> call.thread().run(() -> told(own[0], heard)));
    session = own[0];
  }

  /** What an earlier session still tells does not count. */
  private void told(Session from, Heard heard) {
    if (from != session || call.isOver()) {
      return;
    }
    if (heard instanceof Heard.Lost) {
      call.tally().count("recogniser_lost");
      session = null;
      lost();
    } else {
      losses = 0;
    }
    deafness.heard(heard);
    next.hand(new Signal.Heard(heard));
  }

  /** Whoever hears a voice and no words may have lost the thread: another session begins. */
  private void deaf() {
    if (!call.isOver() && session != null) {
      call.tally().count("recogniser_deaf");
      close();
      listen();
      next.hand(new Signal.Unheard());
    }
  }

  private void lost() {
    if (++losses < MOST_LOSSES) {
      call.thread().after(BEFORE_ANOTHER.multipliedBy(losses), this::again);
    } else if (losses == MOST_LOSSES) {
      call.tally().count("left_unheard");
      next.hand(new Signal.Leave());
    }
  }

  private void again() {
    if (session == null && !call.isOver()) {
      listen();
    }
  }

  private void close() {
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
