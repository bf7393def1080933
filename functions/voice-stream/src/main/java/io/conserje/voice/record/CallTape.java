package io.conserje.voice.record;

import io.conserje.speech.AudioFormat.Encoding;
import java.util.Arrays;

/**
 * Both sides of a call as they were heard, one sample after the other in µ-law: the guest, the
 * house. It holds a few seconds, and gives them away once nothing can be added to them any more.
 */
final class CallTape {

  private static final byte SILENCE = Encoding.MULAW.silence();

  /** How long a side may lag before it was silent; a mark tells of a tenth of a second. */
  private static final int LATE_MILLIS = 200;

  /** By when a mark tells of the last of a piece. */
  private static final int SETTLED_MILLIS = 1_000;

  private static final int PART_SECONDS = 4;

  /** So that a tape mostly stays as large as it began. */
  private static final int KEPT_SECONDS = 6;

  private static final long NANOS = 1_000_000_000L;

  private final int rate;
  private final long began;
  private final Side guest = new Side();
  private final Side house = new Side();

  /** How many samples were given away. */
  private long given;

  /**
   * @param rate samples in a second
   * @param began on the clock of the call
   */
  CallTape(int rate, long began) {
    this.rate = rate;
    this.began = began;
  }

  /** A piece of the tape. */
  record Part(long fromNanos, byte[] sound) {}

  private final class Side {
    private byte[] kept = new byte[KEPT_SECONDS * rate];

    /** In samples, from the beginning of the tape. */
    private long end;

    /** The sound ends now; what was not heard of for too long was silence. */
    private void add(byte[] sound, long now) {
      long from = Math.max(given, position(now) - sound.length);
      if (from - end > samples(LATE_MILLIS)) {
        fill(from);
      }
      room(end + sound.length);
      System.arraycopy(sound, 0, kept, (int) (end - given), sound.length);
      end += sound.length;
    }

    private void fill(long until) {
      room(until);
      Arrays.fill(kept, (int) (end - given), (int) (until - given), SILENCE);
      end = until;
    }

    private void room(long until) {
      if (until - given > kept.length) {
        kept = Arrays.copyOf(kept, (int) Math.max(until - given, 2L * kept.length));
      }
    }

    private void drop(int samples) {
      long left = Math.max(0, end - given - samples);
      System.arraycopy(kept, (int) Math.min(samples, end - given), kept, 0, (int) left);
    }
  }

  private long samples(int millis) {
    return (long) millis * rate / 1_000;
  }

  private long position(long now) {
    return (now - began) * rate / NANOS;
  }

  void guest(byte[] mulaw, long now) {
    guest.add(mulaw, now);
  }

  void house(byte[] mulaw, long now) {
    house.add(mulaw, now);
  }

  /** The next part, once it is whole; else null. */
  Part next(long now) {
    long until = given + (long) PART_SECONDS * rate;
    return position(now) < until + samples(SETTLED_MILLIS) ? null : cut(until);
  }

  /** What is left; null for nothing. */
  Part last() {
    return Math.max(guest.end, house.end) > given ? cut(Math.max(guest.end, house.end)) : null;
  }

  private Part cut(long until) {
    int length = (int) (until - given);
    if (guest.end < until) {
      guest.fill(until);
    }
    if (house.end < until) {
      house.fill(until);
    }
    byte[] both = new byte[2 * length];
    for (int i = 0; i < length; i++) {
      both[2 * i] = guest.kept[i];
      both[2 * i + 1] = house.kept[i];
    }
    guest.drop(length);
    house.drop(length);
    Part part = new Part(began + given * NANOS / rate, both);
    given = until;
    return part;
  }
}
