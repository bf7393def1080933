package io.conserje.connectors.languagemodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.metrics.Metrics;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a reply at those who say it aloud. */
class SpeechesTest {

  private static final ObjectMapper JSON = ObjectMapper.getDefault();
  private static final Duration LONG = Duration.ofMinutes(1);

  private final FakeProvider provider = new FakeProvider();
  private final Map<String, String> settings = new HashMap<>();
  private Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private final Speeches speeches =
      new Speeches(
          name -> Optional.ofNullable(settings.get(name)),
          JSON,
          Metrics.NONE,
          () -> now,
          new CircuitsInMemory());

  SpeechesTest() {
    settings.put("OPENAI_API_KEY", "key");
    settings.put("OPENAI_BASE_URL", provider.url());
    settings.put("GROQ_BASE_URL", provider.url());
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void aReplyIsAskedForAsTheEndpointIsDocumented() throws IOException {
    provider.thenStatus(200, "OggS", "Content-Type", "audio/ogg");

    byte[] said = speeches.say("a las nueve y media", LONG).orElseThrow();

    assertArrayEquals("OggS".getBytes(StandardCharsets.US_ASCII), said);
    assertEquals(List.of("Bearer key"), provider.keys);
    assertEquals(
        Map.of(
            "model", "gpt-4o-mini-tts",
            "voice", "coral",
            "input", "a las nueve y media",
            "response_format", "opus"),
        JSON.readValue(provider.bodies.getFirst(), Argument.mapOf(String.class, String.class)));
  }

  @Test
  void whoCannotIsFollowedByTheNext() {
    settings.put("SPEECH_MODELS", "openai,groq");
    settings.put("GROQ_API_KEY", "groq-key");
    provider.thenStatus(429, "{}").thenStatus(200, "OggS");

    assertTrue(speeches.say("hola", LONG).isPresent());

    assertEquals(List.of("Bearer key", "Bearer groq-key"), provider.keys);
  }

  @Test
  void whereNobodyCanThereIsNone() {
    provider.thenStatus(500, "{}");

    assertEquals(Optional.empty(), speeches.say("hola", LONG));
    assertEquals(1, provider.bodies.size());
  }

  @Test
  void silenceOfNoBytesIsNone() {
    provider.thenStatus(200, "");

    assertEquals(Optional.empty(), speeches.say("hola", LONG));
  }

  @Test
  void whoIsDownIsLeftAloneUntilItsPauseIsOver() {
    for (int i = 0; i < 5; i++) {
      provider.thenStatus(500, "{}");
      speeches.say("hola", LONG);
    }
    assertEquals(Optional.empty(), speeches.say("hola", LONG));
    assertEquals(5, provider.bodies.size());

    now = now.plusSeconds(11);
    provider.thenStatus(200, "OggS");
    assertTrue(speeches.say("hola", LONG).isPresent());
  }

  @Test
  void onlyWhoHasAKeyIsAsked() {
    assertTrue(speeches.isThere());
    settings.remove("OPENAI_API_KEY");
    assertFalse(speeches.isThere());
    settings.put("GROQ_API_KEY", "key");
    assertFalse(speeches.isThere(), "Groq only where it is named");
  }
}
