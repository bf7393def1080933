package io.conserje.speech;

import java.time.Duration;

/**
 * How sound is written as bytes: one channel, without any header.
 *
 * @param rate samples in a second
 */
public record AudioFormat(Encoding encoding, int rate) {

  /** What the telephone network of most carriers has. */
  public static final AudioFormat MULAW_8000 = new AudioFormat(Encoding.MULAW, 8_000);

  public static final AudioFormat ALAW_8000 = new AudioFormat(Encoding.ALAW, 8_000);
  public static final AudioFormat LINEAR_8000 = new AudioFormat(Encoding.LINEAR16, 8_000);
  public static final AudioFormat LINEAR_16000 = new AudioFormat(Encoding.LINEAR16, 16_000);

  /** How one sample is written. */
  public enum Encoding {
    /** G.711 of America and Japan. */
    MULAW(1),
    /** G.711 of Europe. */
    ALAW(1),
    /** 16 bits with a sign, the lower byte first. */
    LINEAR16(2);

    private final int bytes;

    Encoding(int bytes) {
      this.bytes = bytes;
    }

    /** Of one sample. */
    public int bytes() {
      return bytes;
    }

    /** What every byte of silence is; zeros are a loud click in both forms of G.711. */
    public byte silence() {
      return switch (this) {
        case MULAW -> (byte) 0xFF;
        case ALAW -> (byte) 0xD5;
        case LINEAR16 -> 0;
      };
    }
  }

  /** How long so many bytes sound. */
  public Duration length(long bytes) {
    return Duration.ofNanos(bytes / encoding.bytes() * 1_000_000_000L / rate);
  }

  /** How many bytes sound so long, in whole samples. */
  public int bytes(Duration length) {
    return (int) (length.toNanos() * rate / 1_000_000_000L) * encoding.bytes();
  }
}
