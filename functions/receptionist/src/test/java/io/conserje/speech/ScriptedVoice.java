package io.conserje.speech;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A voice that says what a test tells it to. */
final class ScriptedVoice implements SpeechVoice {

  private final String name;
  private final List<Saying> sayings = new CopyOnWriteArrayList<>();
  private boolean atOnce;

  ScriptedVoice(String name) {
    this.name = name;
  }

  /** One utterance, with what it was given. */
  static final class Saying implements Utterance {
    private final Listener listener;
    private final List<String> clauses = new CopyOnWriteArrayList<>();
    private final boolean atOnce;
    private volatile boolean ended;
    private volatile boolean cancelled;

    Saying(Listener listener, boolean atOnce) {
      this.listener = listener;
      this.atOnce = atOnce;
    }

    Listener tells() {
      return listener;
    }

    /** All sound of the next clause. */
    void speaks(int clause) {
      listener.sound(new byte[clauses.get(clause).length() * 520]);
      listener.clauseDone(clause);
    }

    List<String> clauses() {
      return clauses;
    }

    boolean isEnded() {
      return ended;
    }

    boolean isCancelled() {
      return cancelled;
    }

    @Override
    public void say(String clause) {
      clauses.add(clause);
      if (atOnce) {
        speaks(clauses.size() - 1);
      }
    }

    @Override
    public void end() {
      ended = true;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  /** From now on all sound comes while a clause is given. */
  void speaksAtOnce() {
    atOnce = true;
  }

  List<Saying> sayings() {
    return sayings;
  }

  Saying last() {
    return sayings.getLast();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public boolean speaks(AudioFormat format) {
    return true;
  }

  @Override
  public Utterance begin(Wishes wishes, Listener listener) {
    Saying saying = new Saying(listener, atOnce);
    sayings.add(saying);
    return saying;
  }
}
