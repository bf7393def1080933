package io.conserje.simulated.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a command in espeak-ng's place that is given words and gives a sound back. */
class SpokenByMachineTest {

  private static final String WORDS = "¿Mañana a las nueve?";
  private static final int RATE = 22_050;
  private static final int LOUD = 8_000;

  @TempDir Path place;

  @Test
  void isGivenTheWordsAndGivesTheirSoundAtEightKilohertz() throws IOException {
    short[] sound = Mulaw.decode(spoken(tone(440, RATE / 2)));

    assertEquals(WORDS, Files.readString(place.resolve("words"), StandardCharsets.UTF_8));
    assertEquals(4_000, sound.length, 1, "half a second");
    assertEquals(440, crossings(sound), 4, "as high as it was");
    assertEquals(LOUD, loudest(sound), 400, "as loud as it was");
  }

  @Test
  void whatATelephoneCannotCarryIsLeftOut() throws IOException {
    assertTrue(loudest(Mulaw.decode(spoken(tone(6_000, RATE / 2)))) < LOUD / 50);
  }

  @Test
  void whereNothingSpeaksTonesAreHeard() throws IOException {
    byte[] tones = Sounds.TONES.of(WORDS);

    assertArrayEquals(tones, new SpokenByMachine(List.of("no-such-machine")).of(WORDS));
    assertArrayEquals(tones, spoken(new byte[0]), "it failed");
    assertArrayEquals(tones, spoken(tone(440, 0)), "it said nothing");
  }

  private byte[] spoken(byte[] wav) throws IOException {
    Path file = Files.write(place.resolve("sound"), wav);
    String command = "cat > '%s'; cat '%s'".formatted(place.resolve("words"), file);
    return new SpokenByMachine(List.of("sh", "-c", command)).of(WORDS);
  }

  /** As espeak-ng writes it to a pipe: its head does not know how long it is. */
  private static byte[] tone(int hertz, int samples) {
    ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(0x7FFF_F024);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(0x7FFF_F000);
    for (int i = 0; i < samples; i++) {
      wav.putShort((short) Math.round(LOUD * Math.sin(2 * Math.PI * hertz * i / RATE)));
    }
    return wav.array();
  }

  /** Of zero, in the half second. */
  private static int crossings(short[] sound) {
    int crossings = 0;
    for (int i = 1; i < sound.length; i++) {
      crossings += sound[i - 1] < 0 != sound[i] < 0 ? 1 : 0;
    }
    return crossings;
  }

  /** Away from its ends, where a filter has not all of it. */
  private static int loudest(short[] sound) {
    int loudest = 0;
    for (int i = 100; i < sound.length - 100; i++) {
      loudest = Math.max(loudest, Math.abs(sound[i]));
    }
    return loudest;
  }
}
