package io.conserje.connectors.audio.voice;

/**
 * How loud the line is without the guest and how loud the guest is, in decibels, learned from what
 * is heard. What does not stand out from the first, or is far quieter than the second, is somebody
 * else in the room, or an echo.
 */
final class LineLevels {

  /** A guest's syllables are not so much quieter than their mean (ITU-T P.56 takes 15.9 dB). */
  private static final float BELOW_VOICE = 16;

  private static final float UNKNOWN = -200;

  private float noise = UNKNOWN;
  private float spread = 1;
  private float voice = UNKNOWN;
  private float level = UNKNOWN;

  /** The next 20 ms. */
  void hear(float decibels) {
    level = level == UNKNOWN ? decibels : level + 0.45f * (decibels - level);
    if (noise == UNKNOWN) {
      noise = level;
    }
  }

  boolean standsOut(boolean already) {
    float over = level - noise;
    float enough = Math.max(1f, (already ? 1.2f : 2.2f) * spread);
    return over > enough && level > voice - BELOW_VOICE;
  }

  /** What the 20 ms were, once it is decided. */
  void learn(boolean speech) {
    float over = level - noise;
    if (over < 0) {
      noise += 0.05f * over;
      spread += 0.03f * (-1.25f * over - spread);
    } else {
      noise += (speech ? 0.002f : 0.04f) * over;
    }
    if (speech) {
      voice = voice == UNKNOWN ? level : voice + (level > voice ? 0.15f : 0.03f) * (level - voice);
    } else {
      voice = Math.max(noise + 6, voice - 0.02f);
    }
  }
}
