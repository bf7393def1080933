package io.conserje.conversation.models;

import io.conserje.conversation.LanguageModel.Listener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Hands words on and notes when the first sign of an answer came. */
final class Heard implements Listener {

  private final Listener listener;
  private final InstantSource clock;
  private final Instant asked;
  private Instant begun;
  private boolean spoke;

  Heard(Listener listener, InstantSource clock) {
    this.listener = listener;
    this.clock = clock;
    this.asked = clock.instant();
  }

  @Override
  public void begun() {
    if (begun == null) {
      begun = clock.instant();
      listener.begun();
    }
  }

  @Override
  public void text(String piece) {
    begun();
    spoke = true;
    listener.text(piece);
  }

  @Override
  public void discarded() {
    spoke = false;
    listener.discarded();
  }

  @Override
  public void onceKnown(Consumer<Boolean> wanted) {
    listener.onceKnown(wanted);
  }

  /** What came so far is not the answer; nothing is said where nothing came. */
  void discard() {
    if (spoke) {
      discarded();
    }
  }

  /** Null when nothing came. */
  Duration firstSign() {
    return begun == null ? null : Duration.between(asked, begun);
  }

  Duration sinceAsked() {
    return Duration.between(asked, clock.instant());
  }
}
