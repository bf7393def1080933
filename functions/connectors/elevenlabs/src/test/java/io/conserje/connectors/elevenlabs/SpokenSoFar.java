package io.conserje.connectors.elevenlabs;

import static org.junit.jupiter.api.Assertions.fail;

import io.conserje.speech.SpeechFailure;
import io.conserje.speech.SpeechVoice;
import io.conserje.speech.TimedWord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Remembers what a voice tells it, and can wait for it. */
final class SpokenSoFar implements SpeechVoice.Listener {

  private static final long PATIENCE = 30_000_000_000L;

  private final List<TimedWord> words = new ArrayList<>();
  private final List<String> order = new ArrayList<>();
  private long bytes;
  private boolean done;
  private SpeechFailure failure;

  @Override
  public synchronized void sound(byte[] sound) {
    bytes += sound.length;
    if (order.isEmpty() || !order.getLast().equals("sound")) {
      order.add("sound");
    }
  }

  @Override
  public synchronized void words(List<TimedWord> more) {
    words.addAll(more);
  }

  @Override
  public synchronized void clauseDone(int clause) {
    order.add("clause " + clause);
  }

  @Override
  public synchronized void done() {
    done = true;
    order.add("done");
  }

  @Override
  public synchronized void failed(SpeechFailure why) {
    failure = why;
    order.add("failed");
  }

  synchronized long bytes() {
    return bytes;
  }

  synchronized List<TimedWord> words() {
    return List.copyOf(words);
  }

  /** Sound that follows sound is written down once. */
  synchronized List<String> order() {
    return List.copyOf(order);
  }

  synchronized boolean isDone() {
    return done;
  }

  synchronized SpeechFailure failure() {
    return failure;
  }

  void await(String what, Predicate<SpokenSoFar> happened) {
    long end = System.nanoTime() + PATIENCE;
    while (!happened.test(this)) {
      if (System.nanoTime() > end) {
        fail("Waited in vain for " + what + "; told " + order());
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
