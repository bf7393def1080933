package io.conserje.connectors.deepgram;

import static org.junit.jupiter.api.Assertions.fail;

import io.conserje.speech.SpeechRecognizer.Heard;
import io.conserje.speech.SpeechRecognizer.Listener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Remembers what it is told, and can wait for it. */
final class HeardSoFar implements Listener {

  private static final long PATIENCE = 30_000_000_000L;

  private final List<Heard> all = new CopyOnWriteArrayList<>();

  @Override
  public void heard(Heard heard) {
    all.add(heard);
  }

  List<Heard> all() {
    return all;
  }

  <T extends Heard> List<T> each(Class<T> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** All words that are for good. */
  String words() {
    return each(Heard.Words.class).stream().map(Heard.Words::text).collect(Collectors.joining(" "));
  }

  void await(String what, Predicate<HeardSoFar> happened) {
    long end = System.nanoTime() + PATIENCE;
    while (!happened.test(this)) {
      if (System.nanoTime() > end) {
        fail("Waited in vain for " + what + "; heard " + all);
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
