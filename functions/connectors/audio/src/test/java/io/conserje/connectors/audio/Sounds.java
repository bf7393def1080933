package io.conserje.connectors.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Recorded by a speech synthesiser, about the size of what a messenger sends. */
final class Sounds {

  static final int SPOKEN_MILLIS = 2935;

  private Sounds() {}

  /** "Hola, quería reservar una mesa para cuatro." */
  static byte[] spoken() {
    return read("/spoken.ogg");
  }

  /** Three seconds of it. */
  static byte[] silence() {
    return read("/silence.ogg");
  }

  /** Of a file of uncompressed sound, of 32768. */
  static int loudest(byte[] wav) {
    ByteBuffer samples = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    int loudest = 0;
    for (int at = 44; at < wav.length - 1; at += 2) {
      loudest = Math.max(loudest, Math.abs(samples.getShort(at)));
    }
    return loudest;
  }

  private static byte[] read(String resource) {
    try (InputStream in = Sounds.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
