package io.conserje.connectors.languagemodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.metrics.Metrics;
import io.conserje.voicenote.Sound;
import io.conserje.voicenote.Transcriber.Hints;
import io.conserje.voicenote.Transcriber.Transcript;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a voice note at those who write it down, whatever they answer. */
class TranscriptionsTest {

  private static final ObjectMapper JSON = ObjectMapper.getDefault();
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Transcript SAID =
      new Transcript.Words("Hola, quería reservar para cuatro el viernes.");

  private final FakeProvider openai = new FakeProvider();
  private final FakeProvider groq = new FakeProvider();
  private final Map<String, String> settings = new HashMap<>(Map.of("GROQ_API_KEY", "groq-key"));
  private final CircuitsInMemory circuits = new CircuitsInMemory();
  private Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private final Transcriptions transcriptions =
      new Transcriptions(
          name -> Optional.ofNullable(settings.get(name)), JSON, Metrics.NONE, () -> now, circuits);

  TranscriptionsTest() {
    settings.put("OPENAI_BASE_URL", openai.url());
    settings.put("GROQ_BASE_URL", groq.url());
  }

  @AfterEach
  void close() {
    openai.close();
    groq.close();
  }

  @Test
  void theNoteIsSentAsTheEndpointIsDocumented() {
    groq.thenStatus(200, sample("verbose_json"));

    assertEquals(SAID, write());

    assertEquals(List.of("Bearer groq-key"), groq.keys);
    String boundary = groq.types.getFirst().replace("multipart/form-data; boundary=", "");
    String expected =
        Samples.text("openai-transcription-multipart.http")
            .replace("\r\n", "\n")
            .replace("------recep7f3a", "--" + boundary)
            .replaceFirst("(?s)^.*?\n\n", "");
    for (String part : expected.split("--" + boundary)) {
      assertTrue(
          groq.bodies.getFirst().replace("\r\n", "\n").contains(part.replace("<bytes>", "OggS")),
          part);
    }
    assertTrue(groq.bodies.getFirst().contains("Casa, terraza"), "the words of the house");
    assertTrue(groq.bodies.getFirst().endsWith("--" + boundary + "--\r\n"), "its end");
  }

  @Test
  void withoutAHintTheLanguageIsFoundOutThere() {
    groq.thenStatus(200, sample("verbose_json"));

    transcriptions.write(sound(), new Hints("", ""), LONG);

    assertFalse(groq.bodies.getFirst().contains("\"language\""));
    assertFalse(groq.bodies.getFirst().contains("\"prompt\""));
  }

  @Test
  void modelsThatKnowNoSegmentsAreNotAskedForThem() {
    settings.put("TRANSCRIPTION_MODELS", "openai");
    settings.put("OPENAI_API_KEY", "openai-key");
    settings.put("OPENAI_TRANSCRIPTION_MODEL", "gpt-4o-mini-transcribe");
    openai.thenStatus(200, sample("json"));

    assertEquals(SAID, write());

    assertTrue(openai.bodies.getFirst().contains("\r\n\r\njson\r\n"));
    assertFalse(openai.bodies.getFirst().contains("granularities"));
    assertFalse(openai.bodies.getFirst().contains("temperature"));
  }

  @ParameterizedTest
  @CsvSource({
    "Subtítulos realizados por la comunidad de Amara.org",
    "¡Gracias por ver el vídeo!",
    "'  ... '",
    "♪♪",
    "''"
  })
  void linesThatAreMadeUpAreNobodysWords(String text) {
    groq.thenStatus(200, "{\"text\":\"" + text + "\"}");

    assertEquals(new Transcript.Nothing(), write());
  }

  @Test
  void wordsWhereNobodySpeaksAreNobodysWords() {
    groq.thenStatus(200, sample("silence_hallucination"));

    assertEquals(new Transcript.Nothing(), write());
  }

  @Test
  void onlyTheSegmentsThatWereMadeUpAreLeftOut() {
    groq.thenStatus(
        200,
        "{\"text\":\"Mesa para dos. Gracias.\",\"segments\":["
            + "{\"text\":\" Mesa para dos.\",\"avg_logprob\":-0.2,\"no_speech_prob\":0.7},"
            + "{\"text\":\" Gracias.\",\"avg_logprob\":-0.9,\"no_speech_prob\":0.9}]}");

    assertEquals(new Transcript.Words("Mesa para dos."), write());
  }

  @Test
  void whoeverIsBusyIsFollowedByTheNext() throws IOException {
    settings.put("OPENAI_API_KEY", "openai-key");
    error(groq, "groq-errors.json", 0);
    openai.thenStatus(200, sample("verbose_json"));

    assertEquals(SAID, write());

    assertEquals(List.of("Bearer openai-key"), openai.keys);
  }

  @Test
  void whereAllAreBusyTheShortestPauseCounts() throws IOException {
    settings.put("OPENAI_API_KEY", "openai-key");
    error(groq, "groq-errors.json", 0);
    error(openai, "openai-errors.json", 3);

    assertEquals(new Transcript.Later(Duration.ofMillis(1250)), write());
  }

  @ParameterizedTest
  @CsvSource({"groq-errors.json, 1", "openai-errors.json, 0", "openai-errors.json, 4"})
  void whatOnlyAPersonPutsRightIsNotWaitedFor(String file, int which) throws IOException {
    error(groq, file, which);

    assertEquals(new Transcript.Later(null), write());
    assertEquals(1, groq.bodies.size());
  }

  @Test
  void aFaultIsTriedOnceMoreAtOnce() throws IOException {
    error(groq, "openai-errors.json", 5);
    groq.thenStatus(200, sample("verbose_json"));

    assertEquals(SAID, write());
  }

  @Test
  void aFaultThatStaysIsTriedLater() {
    groq.thenStatus(500, "<html>").thenStatus(502, "");

    assertEquals(new Transcript.Later(Duration.ofSeconds(3)), write());
  }

  @Test
  void anAnswerThatIsNoneIsTriedLater() {
    groq.thenStatus(200, "{\"txt\":1}").thenStatus(200, "text");

    assertEquals(new Transcript.Later(Duration.ofSeconds(3)), write());
  }

  @Test
  void aSoundNobodyCanPlayIsKnownByTheRefusal() {
    settings.put("OPENAI_API_KEY", "openai-key");
    String refusal =
        "{\"error\":{\"message\":\"Audio file might be corrupted\",\"type\":\"invalid_request_error\"}}";
    groq.thenStatus(400, refusal);
    openai.thenStatus(400, refusal);

    assertEquals(new Transcript.Unreadable(), write());
  }

  @Test
  void onlyWhoHasAKeyIsAsked() {
    assertTrue(transcriptions.isThere());
    settings.put("TRANSCRIPTION_MODELS", "openai,whoever");
    assertFalse(transcriptions.isThere());
    settings.put("OPENAI_API_KEY", "key");
    assertTrue(transcriptions.isThere());
  }

  @Test
  void withoutTimeNobodyIsAsked() {
    assertEquals(
        new Transcript.Later(Duration.ofSeconds(3)),
        transcriptions.write(sound(), new Hints("", ""), Duration.ofMillis(10)));
    assertEquals(List.of(), groq.bodies);
  }

  @Test
  void whoIsDownIsLeftAloneAndTheNextWritesAtOnce() {
    settings.put("OPENAI_API_KEY", "openai-key");
    fails(5);

    int asked = groq.bodies.size();
    openai.thenStatus(200, sample("verbose_json"));
    assertEquals(SAID, write());

    assertEquals(asked, groq.bodies.size(), "nobody waits for it");
    assertFalse(circuits.of("transcription-groq").isClosed());
    assertTrue(circuits.of("transcription-openai").isClosed());
  }

  @Test
  void whoWasLeftAloneIsTriedAfterItsPauseAndWritesAgain() {
    settings.put("OPENAI_API_KEY", "openai-key");
    fails(5);
    now = now.plusSeconds(11);
    groq.thenStatus(200, sample("verbose_json"));

    assertEquals(SAID, write());

    assertTrue(circuits.of("transcription-groq").isClosed());
  }

  @Test
  void aGuestIsAskedToComeBackWhenTheOnlyOneIsLeftAlone() {
    fails(5);
    int asked = groq.bodies.size();

    assertEquals(new Transcript.Later(Duration.ofSeconds(10)), write());
    assertEquals(asked, groq.bodies.size());
  }

  @Test
  void aSoundNobodyCanPlayIsNoTroubleOfWhoeverSaysSo() {
    for (int i = 0; i < 6; i++) {
      groq.thenStatus(400, "{\"error\":{\"message\":\"no sound\"}}");
      assertEquals(new Transcript.Unreadable(), write());
    }
    assertTrue(circuits.of("transcription-groq").isClosed());
  }

  @Test
  void aWrongKeyIsNotTriedWithEveryNote() throws IOException {
    error(groq, "openai-errors.json", 0);
    write();

    write();

    assertEquals(1, groq.bodies.size());
  }

  /** Each note is tried twice. */
  private void fails(int notes) {
    for (int i = 0; i < notes; i++) {
      groq.thenStatus(500, "").thenStatus(500, "");
      openai.thenStatus(200, sample("verbose_json"));
      write();
    }
  }

  private Transcript write() {
    return transcriptions.write(sound(), new Hints("es", "Casa, terraza"), LONG);
  }

  private static Sound sound() {
    return new Sound(
        "OggS".getBytes(StandardCharsets.US_ASCII),
        "voice.ogg",
        "audio/ogg",
        Duration.ofSeconds(4),
        false);
  }

  private static String sample(String name) {
    try {
      JsonNode all =
          JSON.readValue(Samples.bytes("openai-transcription-response.json"), JsonNode.class);
      return JSON.writeValueAsString(all.get(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void error(FakeProvider provider, String file, int which) throws IOException {
    JsonNode error = JSON.readValue(Samples.bytes(file), JsonNode.class).get(which);
    String[] headers =
        error.get("headers") == null
            ? new String[0]
            : StreamSupport.stream(error.get("headers").entries().spliterator(), false)
                .flatMap(e -> Stream.of(e.getKey(), e.getValue().getStringValue()))
                .toArray(String[]::new);
    provider.thenStatus(
        error.get("status").getIntValue(), JSON.writeValueAsString(error.get("body")), headers);
  }
}
