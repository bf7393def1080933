package io.conserje.connectors.audio.voice;

/**
 * How loud the line is without the guest and how loud the guest is, in decibels, learned from what
 * is heard. What does not stand out from the first, or is far quieter than the second, is somebody
 * else in the room, or an echo.
 */
final class LineLevels {

  /** A guest's syllables are not so much quieter than their mean, in decibels. */
  private static final float BELOW_VOICE = 14.5f;

  private static final float LEAST_OVER_NOISE = 0.6f;

  /** In spreads of the noise; a voice that is there already may fall lower. */
  private static final float OVER_NOISE = 1.25f;

  private static final float STILL_OVER_NOISE = 0.9f;

  /** Noise that changes much is other people, and they are louder at times. */
  private static final float OVER_BABBLE = 0.17f;

  /** A guest who was not heard for a while may have stepped back: 0.2 dB in each second. */
  private static final float FORGOTTEN = 0.004f;

  private static final float UNKNOWN = -200;

  private float noise = UNKNOWN;
  private float spread = 1;
  private float voice = UNKNOWN;
  private float level = UNKNOWN;

  /** The next 20 ms. */
  void hear(float decibels) {
    level = level == UNKNOWN ? decibels : level + 0.6f * (decibels - level);
    if (noise == UNKNOWN) {
      noise = level;
    }
  }

  boolean standsOut(boolean already) {
    float over = level - noise;
    float enough =
        already ? STILL_OVER_NOISE * spread : (OVER_NOISE + OVER_BABBLE * spread) * spread;
    return over > Math.max(LEAST_OVER_NOISE, enough) && level > voice - BELOW_VOICE;
  }

  /** What the 20 ms were, once it is decided. */
  void learn(boolean speech) {
    float over = level - noise;
    if (over < 0) {
      noise += 0.052f * over;
      spread += 0.03f * (-1.25f * over - spread);
    } else {
      noise += (speech ? 0.0012f : 0.037f) * over;
    }
    if (speech) {
      voice = voice == UNKNOWN ? level : voice + (level > voice ? 0.11f : 0.03f) * (level - voice);
    } else {
      voice = Math.max(noise + 3, voice - FORGOTTEN);
    }
  }
}
