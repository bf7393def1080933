package io.conserje.connectors.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.KeptRecording;
import io.conserje.call.RecordingSource.Found;
import io.conserje.names.Variable;
import io.conserje.testkit.embedded.EmbeddedS3;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real SDK against a server of our own that speaks its protocol. */
class S3RecordingsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");

  private final EmbeddedS3 s3 = EmbeddedS3.start();
  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              Variable.AWS_REGION,
              "eu-west-1",
              "AWS_ACCESS_KEY_ID",
              "x",
              "AWS_SECRET_ACCESS_KEY",
              "x",
              Variable.AWS_ENDPOINT_URL_S3,
              s3.endpoint(),
              Variable.RECORDINGS_BUCKET,
              "recordings"));
  private final S3Recordings recordings = new S3Recordings(environment);
  private final UUID call = UUID.randomUUID();

  @AfterEach
  void close() {
    s3.close();
  }

  @Test
  void partsBecomeOneFileInTheOrderOfTimeThatAnybodyCanPlay() throws Exception {
    recordings.add(call, NOW.plusSeconds(12), 8_000, sound(3, 100));
    recordings.add(call, NOW, 8_000, sound(1, 60_000));
    recordings.add(call, NOW.plusSeconds(4), 8_000, sound(2, 60_000));
    recordings.add(UUID.randomUUID(), NOW, 8_000, sound(9, 100));

    assertTrue(recordings.join(call));
    byte[] file = s3.object("recordings", "calls/" + call + ".wav");
    try (AudioInputStream wav = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
      assertEquals(AudioFormat.Encoding.ULAW, wav.getFormat().getEncoding());
      assertEquals(2, wav.getFormat().getChannels());
      assertEquals(8_000, wav.getFormat().getSampleRate());
      assertEquals(60_050, wav.getFrameLength());
      byte[] both = wav.readAllBytes();
      assertEquals(
          List.of((byte) 1, (byte) 2, (byte) 3), List.of(both[0], both[60_000], both[120_099]));
    }
    recordings.dropParts(call);
    assertEquals(2, s3.keys("recordings").size());
  }

  @Test
  void whereThereIsNothingNothingIsMade() {
    assertFalse(recordings.join(call));
    assertEquals(List.of(), s3.keys("recordings"));
  }

  @Test
  void whatIsForgottenIsNowhere() {
    recordings.add(call, NOW, 8_000, sound(1, 100));
    recordings.join(call);
    recordings.forget(call);

    assertEquals(List.of(), s3.keys("recordings"));
  }

  @Test
  void itIsHeardAtAnAddressForWhichNobodyNeedsAKey() throws Exception {
    recordings.add(call, NOW, 8_000, sound(7, 100));
    recordings.join(call);
    URI address = ((Found.Here) recordings.find(kept())).address();

    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
      assertEquals(200, answer.statusCode());
      assertArrayEquals(s3.object("recordings", "calls/" + call + ".wav"), answer.body());
    }
    assertTrue(address.getQuery().contains("X-Amz-Expires=3600"), address.toString());
  }

  @Test
  void withoutABucketNothingIsKept() {
    environment.remove(Variable.RECORDINGS_BUCKET);

    assertFalse(recordings.isThere());
    assertTrue(recordings.find(kept()) instanceof Found.NoAnswer);
  }

  private KeptRecording kept() {
    return KeptRecording.of("house:recording:" + call).orElseThrow();
  }

  private static byte[] sound(int value, int bytes) {
    byte[] sound = new byte[bytes];
    Arrays.fill(sound, (byte) value);
    return sound;
  }
}
