package io.conserje.connectors.audio.voice;

import java.time.Duration;

/**
 * How loud the line is without the guest and how loud the guest is, in decibels, learned from what
 * is heard. What does not stand out from the first, or is far quieter than the second, is somebody
 * else in the room, or an echo.
 */
public final class LineLevels {

  /** A guest's syllables are not so much quieter than their mean, in decibels. */
  private static final float BELOW_VOICE = 14.5f;

  private static final float LEAST_OVER_NOISE = 0.6f;

  /** In spreads of the noise; a voice that is there already may fall lower. */
  private static final float OVER_NOISE = 1.25f;

  private static final float STILL_OVER_NOISE = 0.9f;

  /** Noise that ends at once, as where a carrier sends no silence, has not changed much before. */
  private static final float MOST_SPREAD = 10;

  /** Noise that changes much is other people, and they are louder at times. */
  private static final float OVER_BABBLE = 0.17f;

  /** A guest who was not heard for a while may have stepped back: 0.2 dB in each second. */
  private static final float FORGOTTEN = 0.004f;

  /** For which what is learned with each window was found. */
  private static final Duration USUAL = Duration.ofMillis(20);

  private static final float UNKNOWN = -200;

  private final float pace;

  private float noise = UNKNOWN;
  private float spread = 1;
  private float voice = UNKNOWN;
  private float level = UNKNOWN;

  /**
   * @param window how much sound is heard at once
   */
  public LineLevels(Duration window) {
    pace = window.toNanos() / (float) USUAL.toNanos();
  }

  /** The next window. */
  public void hear(float decibels) {
    level = level == UNKNOWN ? decibels : level + 0.6f * (decibels - level);
    if (noise == UNKNOWN) {
      noise = level;
    }
  }

  /**
   * @param already whether there was a voice in the window before
   */
  public boolean standsOut(boolean already) {
    float over = level - noise;
    float enough =
        already ? STILL_OVER_NOISE * spread : (OVER_NOISE + OVER_BABBLE * spread) * spread;
    return over > Math.max(LEAST_OVER_NOISE, enough) && level > voice - BELOW_VOICE;
  }

  /** What the window was, once it is decided. */
  public void learn(boolean speech) {
    float over = level - noise;
    if (over < 0) {
      noise += pace * 0.052f * over;
      spread += pace * 0.03f * (Math.min(MOST_SPREAD, -1.25f * over) - spread);
    } else {
      noise += pace * (speech ? 0.0012f : 0.037f) * over;
    }
    if (speech) {
      float follow = pace * (level > voice ? 0.11f : 0.03f);
      voice = voice == UNKNOWN ? level : voice + follow * (level - voice);
    } else {
      voice = Math.max(noise + 3, voice - pace * FORGOTTEN);
    }
  }
}
