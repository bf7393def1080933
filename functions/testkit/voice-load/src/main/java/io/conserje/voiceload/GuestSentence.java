package io.conserje.voiceload;

import io.conserje.simulated.speech.Utterance;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a guest says: three seconds of recorded speech without a pause in them, and the words that
 * the scripted recogniser takes them for.
 *
 * @param frames of 20 ms, mu-law
 * @param payloads the same in Base64
 */
record GuestSentence(String text, List<byte[]> frames, List<byte[]> payloads) {

  static final int FRAME = 160;

  /** A frame. */
  static final Duration LASTS = Duration.ofMillis(20);

  static final byte SILENCE = (byte) 0xFF;

  private static final int FRAMES = 150;

  /** Of 32,124. */
  private static final int LOUD = 700;

  /** Questions, whose end is plain to see: they are answered after one and the same pause. */
  private static final List<GuestSentence> ALL =
      List.of(
          of("¿A qué hora abren el %s?", "terraza", "nombre", "persona"),
          of("¿Abren el %s para cenar?", "persona", "terraza", "nombre"),
          of("¿Hasta qué hora abren el %s?", "nombre", "persona", "terraza"));

  private static final List<String> MONTHS =
      List.of("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto");
  private static final AtomicInteger ASKED = new AtomicInteger();
  private static final Map<ByteBuffer, GuestSentence> BY_SOUND = bySound();

  static GuestSentence of(int number) {
    return ALL.get(number % ALL.size());
  }

  /** Whose sound this frame is, if it came as it was sent; null for nobody's. */
  static GuestSentence by(byte[] frame) {
    return BY_SOUND.get(ByteBuffer.wrap(frame));
  }

  private static GuestSentence of(String text, String... names) {
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    for (String name : names) {
      sound.writeBytes(withoutSilence(Utterance.of(name).mulaw()));
    }
    byte[] all = sound.toByteArray();
    List<byte[]> frames = new ArrayList<>();
    for (int at = 0; frames.size() < FRAMES || !isLoud(frames.getLast()); at += FRAME) {
      frames.add(Arrays.copyOfRange(all, at, at + FRAME));
    }
    Base64.Encoder base64 = Base64.getEncoder();
    return new GuestSentence(text, frames, frames.stream().map(base64::encode).toList());
  }

  private static byte[] withoutSilence(byte[] mulaw) {
    int from = 0;
    while (magnitude(mulaw[from]) < LOUD) {
      from++;
    }
    int to = mulaw.length;
    while (magnitude(mulaw[to - 1]) < LOUD) {
      to--;
    }
    return Arrays.copyOfRange(mulaw, from, to);
  }

  static boolean isLoud(byte[] frame) {
    int loud = 0;
    for (byte sample : frame) {
      loud += magnitude(sample) >= LOUD ? 1 : 0;
    }
    return loud > frame.length / 20;
  }

  private static int magnitude(byte mulaw) {
    int bits = ~mulaw & 0x7F;
    return (((bits & 0x0F) << 3) + 0x84 << (bits >> 4)) - 0x84;
  }

  private static Map<ByteBuffer, GuestSentence> bySound() {
    Map<ByteBuffer, GuestSentence> all = new HashMap<>();
    for (GuestSentence sentence : ALL) {
      sentence.frames().stream()
          .filter(GuestSentence::isLoud)
          .forEach(frame -> all.putIfAbsent(ByteBuffer.wrap(frame), sentence));
    }
    return all;
  }

  /** The words, each time with another day: an answer that was given before costs less. */
  String words() {
    int number = ASKED.getAndIncrement();
    return text.formatted(number % 28 + 1 + " de " + MONTHS.get(number / 28 % MONTHS.size()));
  }

  /**
   * The words that are heard after so many frames.
   *
   * @param text all of them
   */
  String heardAfter(int frame, String text) {
    String[] words = text.split(" ");
    int count = Math.min(words.length, words.length * frame / frames.size());
    return String.join(" ", Arrays.copyOf(words, count));
  }
}
