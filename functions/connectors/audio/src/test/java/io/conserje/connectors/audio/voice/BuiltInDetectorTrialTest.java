package io.conserje.connectors.audio.voice;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.testkit.voice.DetectorTrial;
import io.conserje.testkit.voice.DetectorTrial.Result;
import io.conserje.testkit.voice.LineNoise;
import io.conserje.testkit.voice.SpokenSentences;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltInDetectorTrialTest {

  @Test
  void speechIsToldFromNoise() throws IOException {
    String folder = System.getProperty("voice.sentences");
    List<short[]> sentences =
        folder == null ? SpokenSentences.kept() : SpokenSentences.in(Path.of(folder));
    System.out.println(Result.HEAD);
    for (LineNoise noise : LineNoise.values()) {
      for (int decibels : new int[] {20, 10, 5}) {
        Result result = DetectorTrial.run(new BuiltInDetector(), sentences, noise, decibels);
        System.out.println(result.row());
      }
    }
  }
}
