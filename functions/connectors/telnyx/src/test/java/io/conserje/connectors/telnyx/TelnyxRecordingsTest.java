package io.conserje.connectors.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.call.KeptRecording;
import io.conserje.call.RecordingSource.Found;
import io.conserje.testkit.http.ScriptedServer;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelnyxRecordingsTest {

  private static final KeptRecording ONE = new KeptRecording("telnyx", "3fa85f64", false);
  private static final KeptRecording OF_LEG = new KeptRecording("telnyx", "7f1d2c3e", true);

  private final ScriptedServer server = new ScriptedServer();
  private final TelnyxRecordings recordings = new TelnyxRecordings(TelnyxUnderTest.api(server));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aNewAddressIsAskedForByTheRecordingsId() {
    server.answers(
        200,
        "{\"data\":{\"id\":\"3fa85f64\",\"download_urls\":{\"mp3\":\"https://s3.example/1\"}}}");

    assertEquals(new Found.Here(URI.create("https://s3.example/1")), recordings.find(ONE));
    assertEquals("/v2/recordings/3fa85f64", server.seen().getFirst().path());
    assertEquals("Bearer KEY0", server.seen().getFirst().authorization());
  }

  @Test
  void whereNoIdWasToldItIsTheLastOfTheLeg() {
    server.answers(
        200,
        """
        {"data":[
          {"recording_started_at":"2026-11-20T10:00:00Z","download_urls":{"mp3":"https://s3.example/1"}},
          {"recording_started_at":"2026-11-20T10:05:00Z","download_urls":{"mp3":null,"wav":"https://s3.example/2"}}]}
        """);

    assertEquals(new Found.Here(URI.create("https://s3.example/2")), recordings.find(OF_LEG));
    assertEquals("/v2/recordings", server.seen().getFirst().path());
    assertEquals("filter%5Bcall_leg_id%5D=7f1d2c3e", server.seen().getFirst().query());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"404|{}", "422|{}", "200|{\"data\":[]}", "200|{\"data\":{\"status\":\"deleted\"}}"})
  void whatTelnyxHasNoMoreIsGone(int status, String body) {
    server.answers(status, body);
    assertInstanceOf(Found.Gone.class, recordings.find(ONE));
  }

  @ParameterizedTest
  @CsvSource({"401", "429", "500"})
  void troubleSaysNothingAboutIt(int status) {
    server.answers(status, "{}");
    assertInstanceOf(Found.NoAnswer.class, recordings.find(ONE));
  }

  @Test
  void silenceAndNonsenseSayNothingAboutIt() {
    server.answers(200, "{\"data\":{\"download_urls\":{\"mp3\":\"no address\"}}}");
    assertInstanceOf(Found.NoAnswer.class, recordings.find(ONE));
    server.close();
    assertInstanceOf(Found.NoAnswer.class, recordings.find(ONE));
  }
}
