package io.conserje.speech;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** A recogniser that hears what a test tells it to. */
final class ScriptedEar implements SpeechRecognizer {

  private final String name;
  private final List<Ear> sessions = new ArrayList<>();
  private SpeechFailure deaf;

  ScriptedEar(String name) {
    this.name = name;
  }

  /** One session, with what was pushed into it. */
  static final class Ear implements Session {
    private final Listener listener;
    private final ByteArrayOutputStream pushed = new ByteArrayOutputStream();
    private int flushes;
    private boolean closed;

    Ear(Listener listener) {
      this.listener = listener;
    }

    void hears(Heard heard) {
      listener.heard(heard);
    }

    byte[] pushed() {
      return pushed.toByteArray();
    }

    int flushes() {
      return flushes;
    }

    boolean isClosed() {
      return closed;
    }

    @Override
    public void push(byte[] sound) {
      pushed.writeBytes(sound);
    }

    @Override
    public void flush() {
      flushes++;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** From now on it is lost before it begins. */
  void isDeaf(SpeechFailure why) {
    deaf = why;
  }

  List<Ear> sessions() {
    return sessions;
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
  public boolean takes(AudioFormat format) {
    return true;
  }

  @Override
  public Session listen(Wishes wishes, Listener listener) {
    Ear ear = new Ear(listener);
    sessions.add(ear);
    if (deaf != null) {
      listener.heard(new Heard.Lost(deaf));
    }
    return ear;
  }
}
