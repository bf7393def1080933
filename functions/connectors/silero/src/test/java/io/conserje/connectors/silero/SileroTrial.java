package io.conserje.connectors.silero;

import io.conserje.connectors.audio.voice.BuiltInDetector;
import io.conserje.speech.VoiceActivity;
import io.conserje.testkit.voice.DetectorTrial;
import io.conserje.testkit.voice.DetectorTrial.Result;
import io.conserje.testkit.voice.LineNoise;
import io.conserje.testkit.voice.SpokenSentences;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The table of the performance page with a real model, beside the built-in detector; run by name
 * only: {@code -Dtest=SileroTrial -Dsilero.model=file}.
 */
class SileroTrial {

  @Test
  void speechIsToldFromNoise() throws Exception {
    List<short[]> sentences = SpokenSentences.kept();
    System.out.println(Result.HEAD);
    try (SileroDetector detector =
        new SileroDetector(Path.of(System.getProperty("silero.model")))) {
      for (LineNoise noise : LineNoise.values()) {
        for (int decibels : new int[] {20, 10, 5}) {
          for (VoiceActivity.Detector one : List.of(new BuiltInDetector(), detector)) {
            System.out.println(DetectorTrial.run(one, sentences, noise, decibels).row());
          }
        }
      }
    }
  }
}
