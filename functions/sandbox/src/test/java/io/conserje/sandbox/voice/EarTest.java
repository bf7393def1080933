package io.conserje.sandbox.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EarTest {

  private final Ear ear = new Ear();

  @Test
  void everyRecordingIsRecognised() {
    for (String name : Recordings.names()) {
      assertEquals(
          Recordings.words(name), ear.hear(Recordings.sound(name)).orElseThrow().words(), name);
    }
    assertTrue(ear.hear(Recordings.sound("silencio")).orElseThrow().silent());
  }

  @Test
  void whatIsNoSoundIsNotHeard() {
    assertEquals(Optional.empty(), ear.hear(new byte[100]));
  }
}
