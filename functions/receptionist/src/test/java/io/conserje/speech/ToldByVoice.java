package io.conserje.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Remembers what a voice tells. */
final class ToldByVoice implements SpeechVoice.Listener {

  private final List<TimedWord> words = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private long bytes;

  @Override
  public synchronized void sound(byte[] sound) {
    bytes += sound.length;
    told.add("sound");
  }

  @Override
  public synchronized void words(List<TimedWord> more) {
    words.addAll(more);
  }

  @Override
  public synchronized void clauseDone(int clause) {
    told.add("clause " + clause);
  }

  @Override
  public synchronized void done() {
    told.add("done");
    over.countDown();
  }

  @Override
  public synchronized void failed(SpeechFailure why) {
    told.add("failed: " + why.reason());
    over.countDown();
  }

  synchronized long bytes() {
    return bytes;
  }

  synchronized List<String> told() {
    return List.copyOf(told);
  }

  synchronized List<TimedWord> words() {
    return List.copyOf(words);
  }

  CountDownLatch over() {
    return over;
  }
}
