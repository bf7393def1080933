package io.conserje.connectors.audio.line;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.speech.AudioFormat.Encoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

/** The JDK has the same tables, in a module that a server is better off without. */
class G711Test {

  @Test
  void everyCodeMeansWhatTheJdkSaysItMeans() throws IOException {
    assertArrayEquals(byTheJdk(AudioFormat.Encoding.ULAW), decoded(Encoding.MULAW));
    assertArrayEquals(byTheJdk(AudioFormat.Encoding.ALAW), decoded(Encoding.ALAW));
  }

  @Test
  void whatIsDecodedIsEncodedBack() {
    for (Encoding encoding : new Encoding[] {Encoding.MULAW, Encoding.ALAW}) {
      byte[] back = G711.encode(encoding, decoded(encoding), 256);
      for (int code = 0; code < 256; code++) {
        // Two codes of µ-law mean silence.
        int expected = encoding == Encoding.MULAW && code == 0x7F ? 0xFF : code;
        assertEquals(expected, back[code] & 0xFF, encoding + " " + code);
      }
    }
  }

  @Test
  void silenceIsSilent() {
    for (Encoding encoding : Encoding.values()) {
      short[] sample = new short[1];
      byte[] silence = {encoding.silence(), encoding.silence()};
      G711.decode(
          encoding, encoding == Encoding.LINEAR16 ? silence : new byte[] {silence[0]}, sample);
      assertEquals(0, sample[0], 8, encoding.name());
    }
  }

  private static short[] decoded(Encoding encoding) {
    short[] samples = new short[256];
    G711.decode(encoding, codes(), samples);
    return samples;
  }

  private static byte[] codes() {
    byte[] codes = new byte[256];
    for (int code = 0; code < 256; code++) {
      codes[code] = (byte) code;
    }
    return codes;
  }

  private static short[] byTheJdk(AudioFormat.Encoding encoding) throws IOException {
    AudioFormat from = new AudioFormat(encoding, 8_000, 8, 1, 1, 8_000, false);
    AudioFormat to = new AudioFormat(8_000, 16, 1, true, false);
    AudioInputStream coded = new AudioInputStream(new ByteArrayInputStream(codes()), from, 256);
    byte[] bytes = AudioSystem.getAudioInputStream(to, coded).readAllBytes();
    short[] samples = new short[256];
    G711.decode(Encoding.LINEAR16, bytes, samples);
    return samples;
  }
}
