package io.conserje.speech;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;

/** A voice that says what a test tells it to. */
final class ScriptedVoice implements SpeechVoice {

  private final String name;
  private final List<Saying> sayings = new CopyOnWriteArrayList<>();
  private boolean atOnce;

  /** Null for nowhere in particular. */
  private ScheduledExecutorService thread;

  ScriptedVoice(String name) {
    this.name = name;
  }

  /** One utterance, with what it was given. */
  static final class Saying implements Utterance {
    private final Listener listener;
    private final List<String> clauses = new CopyOnWriteArrayList<>();
    private final boolean atOnce;
    private final ScheduledExecutorService thread;
    private volatile boolean ended;
    private volatile boolean cancelled;

    Saying(Listener listener, boolean atOnce, ScheduledExecutorService thread) {
      this.listener = listener;
      this.atOnce = atOnce;
      this.thread = thread;
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

    @Override
    public ScheduledExecutorService heardOn(ScheduledExecutorService usual) {
      return thread == null ? usual : thread;
    }
  }

  /** From now on all sound comes while a clause is given. */
  void speaksAtOnce() {
    atOnce = true;
  }

  void isHeardOn(ScheduledExecutorService where) {
    thread = where;
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
    Saying saying = new Saying(listener, atOnce, thread);
    sayings.add(saying);
    return saying;
  }
}
