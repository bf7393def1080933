package io.conserje.connectors.elevenlabs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.speechhttp.SpeechClients;
import io.conserje.simulated.speech.SimulatedElevenLabs;
import io.conserje.simulated.speech.SpeechPort;
import io.conserje.simulated.speech.Trouble;
import io.conserje.simulated.speech.Trouble.Kind;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechVoice.Utterance;
import io.conserje.speech.SpeechVoice.Wishes;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ElevenLabsHttpVoiceTest {

  private static final String FIRST = "Buenas tardes, restaurante La Plaza.";
  private static final String SECOND = "¿En qué puedo ayudarle?";

  private final SimulatedElevenLabs elevenLabs = new SimulatedElevenLabs("key");
  private final SpeechPort port = SpeechPort.open(0, elevenLabs);
  private final HttpClient client = SpeechClients.create();
  private final SpokenSoFar spoken = new SpokenSoFar();

  @AfterEach
  void close() {
    client.shutdownNow();
    port.close();
  }

  @Test
  void speaksClauseByClause() {
    elevenLabs.speaksAfter(Duration.ZERO);
    Utterance utterance = begin("key");
    utterance.say(FIRST);
    utterance.say(SECOND);
    utterance.end();
    spoken.await("the end", SpokenSoFar::isDone);
    assertEquals((FIRST.length() + SECOND.length()) * 65 * 8, spoken.bytes());
    assertEquals(List.of("sound", "clause 0", "sound", "clause 1", "done"), spoken.order());
    assertEquals(List.of(FIRST, SECOND), elevenLabs.texts());
  }

  /** A browser's call: 16 bits at 16 kHz. */
  @Test
  void speaksOnAWideLineToo() {
    Utterance utterance = begin("key", AudioFormat.LINEAR_16000);
    utterance.say(FIRST);
    utterance.end();
    spoken.await("the end", s -> s.isDone() || s.failure() != null);
    assertNull(spoken.failure());
    assertEquals(FIRST.length() * 65 * 32, spoken.bytes());
    assertEquals("pcm_16000", elevenLabs.visits().getFirst().asked("output_format"));
  }

  @Test
  void anAnswerThatBreaksOffIsToldAndPasses() {
    elevenLabs.troubles().add(Trouble.after(Duration.ofMillis(900), Kind.LOST));
    begin("key").say(FIRST);
    spoken.await("a failure", s -> s.failure() != null);
    assertTrue(spoken.failure().passing());
    assertTrue(spoken.bytes() > 0);
  }

  @Test
  void aWrongKeyIsForAPersonToPutRight() {
    begin("another").say(FIRST);
    spoken.await("a failure", s -> s.failure() != null);
    assertFalse(spoken.failure().passing());
    assertEquals("refused with 401 invalid_api_key", spoken.failure().reason());
  }

  @Test
  void whatIsCancelledIsNotHeardOfAgain() {
    elevenLabs.troubles().add(Trouble.after(Duration.ofMillis(900), Kind.SILENT));
    Utterance utterance = begin("key");
    utterance.say(FIRST);
    spoken.await("sound", s -> s.bytes() > 0);
    utterance.cancel();
    long before = spoken.bytes();
    utterance.end();
    assertEquals(before, spoken.bytes());
    assertNull(spoken.failure());
    assertFalse(spoken.isDone());
  }

  private Utterance begin(String key) {
    return begin(key, AudioFormat.MULAW_8000);
  }

  private Utterance begin(String key, AudioFormat format) {
    return new ElevenLabsHttpVoice(
            () -> new ElevenLabsAccount(key, port.address().toString(), "eleven_v3", "voice1"),
            () -> client)
        .begin(new Wishes(format, Locale.forLanguageTag("es"), ""), spoken);
  }
}
