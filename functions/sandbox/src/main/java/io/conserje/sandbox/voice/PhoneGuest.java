package io.conserje.sandbox.voice;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A guest on the telephone: listens, answers when the house has finished, interrupts it where the
 * script says so, and hangs up at the end. Moved on frame by frame.
 */
public final class PhoneGuest {

  private static final int FRAME_MILLIS = 20;
  private static final int POLITE_PAUSE = 700 / FRAME_MILLIS;
  private static final int LAST_PAUSE = 1_500 / FRAME_MILLIS;
  private static final int FRAMES_PER_KEY = 300 / FRAME_MILLIS;
  private static final int LONGEST_WAIT = 60_000 / FRAME_MILLIS;

  /**
   * One thing the guest says.
   *
   * @param over how long the house has been speaking when the guest does; null: it has finished
   * @param sound µ-law, 8000 samples a second
   * @param keys pressed in place of it; empty for none
   */
  public record Words(String text, Duration over, byte[] sound, String keys) {

    public Words(String text, Duration over, byte[] sound) {
      this(text, over, sound, "");
    }

    public static Words pressing(String keys) {
      byte[] meanwhile = PhoneSound.silence(keys.length() * FRAMES_PER_KEY * PhoneSound.FRAME);
      return new Words("presses " + keys, null, meanwhile, keys);
    }

    public static Words answering(String text, byte[] sound) {
      return new Words(text, null, sound);
    }

    public static Words interrupting(String text, Duration over, byte[] sound) {
      return new Words(text, over, sound);
    }
  }

  /** Something that happened, and when since the line was opened. */
  public record Moment(Duration at, String what) {}

  private final Deque<Words> script;
  private final List<Moment> moments = new ArrayList<>();
  private byte[] saying = new byte[0];
  private String keys = "";
  private int said;
  private int frame;
  private int houseSpeaks;
  private int houseSilent;
  private int waiting;
  private boolean houseSpoke;
  private boolean speaking;
  private boolean gone;

  public PhoneGuest(List<Words> script) {
    this.script = new ArrayDeque<>(script);
  }

  /**
   * The next 20 ms of the guest.
   *
   * @param heard whether the house was heard in the last 20 ms
   */
  public synchronized byte[] next(boolean heard) {
    frame++;
    speaking = false;
    listen(heard);
    if (said < saying.length) {
      return speak();
    }
    waiting++;
    if (script.isEmpty() ? houseSpoke && houseSilent > LAST_PAUSE : isMyTurn()) {
      begin();
    } else if (waiting > LONGEST_WAIT) {
      note("the house is silent for too long");
      gone = true;
    }
    return said < saying.length ? speak() : PhoneSound.silence(PhoneSound.FRAME);
  }

  private void listen(boolean heard) {
    if (heard && houseSpeaks == 0) {
      note("house begins");
    }
    if (!heard && houseSpeaks > 0) {
      note("house is silent");
    }
    houseSpeaks = heard ? houseSpeaks + 1 : 0;
    houseSilent = heard ? 0 : houseSilent + 1;
    houseSpoke |= heard;
  }

  private boolean isMyTurn() {
    Duration over = script.peek().over();
    return over == null
        ? houseSpoke && houseSilent > POLITE_PAUSE
        : houseSpeaks * FRAME_MILLIS >= over.toMillis();
  }

  private void begin() {
    Words next = script.poll();
    if (next == null) {
      note("guest hangs up");
      gone = true;
      return;
    }
    note("guest: " + next.text());
    saying = next.sound();
    keys = next.keys();
    said = 0;
    houseSpoke = false;
    waiting = 0;
  }

  /** The key that is pressed in this frame; a blank for none. */
  public synchronized char key() {
    int number = said / (FRAMES_PER_KEY * PhoneSound.FRAME);
    boolean now = speaking && said % (FRAMES_PER_KEY * PhoneSound.FRAME) == 0;
    return now && number <= keys.length() ? keys.charAt(number - 1) : ' ';
  }

  private byte[] speak() {
    speaking = true;
    byte[] sound = PhoneSound.silence(PhoneSound.FRAME);
    int length = Math.min(sound.length, saying.length - said);
    System.arraycopy(saying, said, sound, 0, length);
    said += length;
    if (said == saying.length) {
      note("guest is silent");
      houseSpoke = houseSpeaks > 0;
    }
    return sound;
  }

  public synchronized void note(String what) {
    moments.add(new Moment(Duration.ofMillis((long) frame * FRAME_MILLIS), what));
  }

  public synchronized boolean hasGone() {
    return gone;
  }

  public synchronized List<Moment> moments() {
    return List.copyOf(moments);
  }
}
