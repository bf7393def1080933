package io.conserje.connectors.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.voicenote.Sound;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundFilesTest {

  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final SoundFiles files = new SoundFiles(() -> false);
  private final SoundFiles decoding = new SoundFiles(() -> true);

  @Test
  void aVoiceNoteIsPassedOnAsItCameWithItsTrueLength() {
    byte[] note = Sounds.spoken();

    Sound sound = files.read(note, LONGEST).orElseThrow();

    assertArrayEquals(note, sound.bytes());
    assertEquals("voice.ogg", sound.fileName());
    assertEquals("audio/ogg", sound.contentType());
    assertFalse(sound.silent());
    assertEquals(Sounds.SPOKEN_MILLIS, sound.length().toMillis(), 40);
  }

  @Test
  void silenceIsKnown() {
    Sound sound = files.read(Sounds.silence(), LONGEST).orElseThrow();

    assertTrue(sound.silent());
    assertEquals(3_000, sound.length().toMillis(), 40);
  }

  @Test
  void aNoteLongerThanAllowedIsNotLookedThrough() {
    Sound sound = files.read(Sounds.spoken(), Duration.ofSeconds(1)).orElseThrow();

    assertTrue(sound.length().compareTo(Duration.ofSeconds(1)) > 0, sound.length().toString());
    assertFalse(sound.silent());
  }

  @Test
  void decodedItIsAFileOfSixteenKilohertz() {
    Sound sound = decoding.read(Sounds.spoken(), LONGEST).orElseThrow();

    assertEquals("voice.wav", sound.fileName());
    assertEquals("audio/wav", sound.contentType());
    assertEquals("RIFF", new String(sound.bytes(), 0, 4, StandardCharsets.US_ASCII));
    assertEquals(Sounds.SPOKEN_MILLIS, Wav.length(sound.bytes()).toMillis(), 100);
    assertTrue(Sounds.loudest(sound.bytes()) > 2_000, "somebody speaks");
  }

  @Test
  void whatIsLostOfANoteIsMissingAndTheRestIsHeard() {
    byte[] half = Arrays.copyOf(Sounds.spoken(), Sounds.spoken().length * 2 / 3);

    Sound sound = files.read(half, LONGEST).orElseThrow();

    assertFalse(sound.silent());
    assertTrue(sound.length().toMillis() < Sounds.SPOKEN_MILLIS, sound.length().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "ID3\u0004, voice.mp3, audio/mpeg",
    "\u00ff\u00fb\u0090d, voice.mp3, audio/mpeg",
    "....ftypM4A , voice.m4a, audio/mp4",
    "fLaC, voice.flac, audio/flac",
    "'\u001aE\u00df\u00a3', voice.webm, audio/webm"
  })
  void whatEndpointsTakeIsPassedOn(String begins, String name, String type) {
    Sound sound = files.read(beginning(begins), LONGEST).orElseThrow();

    assertEquals(name, sound.fileName());
    assertEquals(type, sound.contentType());
    assertNull(sound.length());
    assertFalse(sound.silent());
  }

  @Test
  void whatCannotBeShortIsTooLongWhateverItIs() {
    byte[] large = Arrays.copyOf(beginning("ID3"), 41_000);

    assertTrue(files.read(large, Duration.ofSeconds(1)).orElseThrow().length().toSeconds() > 1);
  }

  @ParameterizedTest
  @CsvSource({
    "#!AMR",
    "#!AMR-WB",
    "\u00ff\u00f1\u0050\u0080",
    "<html>",
    "OggS",
    "RIFF....WAVE",
    "x"
  })
  void whatNobodyTakesIsNoSound(String begins) {
    assertEquals(Optional.empty(), files.read(beginning(begins), LONGEST));
  }

  @Test
  void nothingAtAllIsNoSound() {
    assertEquals(Optional.empty(), files.read(new byte[0], LONGEST));
  }

  private static byte[] beginning(String begins) {
    return Arrays.copyOf(begins.getBytes(StandardCharsets.ISO_8859_1), 600);
  }
}
