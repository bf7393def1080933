package io.conserje.sandbox.voice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Both sides of a call, as one hears them: the guest on the left, the house on the right. */
public final class CallRecording {

  private static final int HEADER = 44;
  private static final int BYTES = 4;

  private final ByteArrayOutputStream guest = new ByteArrayOutputStream();
  private final ByteArrayOutputStream house = new ByteArrayOutputStream();

  public synchronized void add(byte[] guestFrame, byte[] houseFrame) {
    guest.writeBytes(guestFrame);
    house.writeBytes(houseFrame);
  }

  public synchronized byte[] house() {
    return house.toByteArray();
  }

  public synchronized byte[] guest() {
    return guest.toByteArray();
  }

  /** As WAV, 16 bits. */
  public Path write(Path file) {
    byte[] left = guest();
    byte[] right = house();
    int samples = Math.min(left.length, right.length);
    ByteBuffer wav = ByteBuffer.allocate(HEADER + samples * BYTES).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(HEADER - 8 + samples * BYTES).put(ascii("WAVEfmt "));
    wav.putInt(16).putShort((short) 1).putShort((short) 2).putInt(PhoneSound.RATE);
    wav.putInt(PhoneSound.RATE * BYTES).putShort((short) BYTES).putShort((short) 16);
    wav.put(ascii("data")).putInt(samples * BYTES);
    for (int i = 0; i < samples; i++) {
      wav.putShort(PhoneSound.sample(left[i])).putShort(PhoneSound.sample(right[i]));
    }
    try {
      return Files.write(file, wav.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
