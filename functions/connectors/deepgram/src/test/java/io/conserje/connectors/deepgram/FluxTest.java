package io.conserje.connectors.deepgram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.json.Part;
import io.conserje.connectors.websocket.JsonMessage;
import io.conserje.simulated.speech.RequestHead;
import io.conserje.simulated.speech.Trouble;
import io.conserje.simulated.speech.Trouble.Kind;
import io.conserje.simulated.speech.Utterance;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechRecognizer.Heard;
import io.conserje.speech.SpeechRecognizer.Session;
import io.conserje.speech.SpeechRecognizer.Wishes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Deepgram's models that tell turns. */
class FluxTest extends AtDeepgram {

  @Test
  void aTurnIsToldWhileItIsSpokenAndItsWordsOnceItIsOver() {
    try (Session session = listen()) {
      say(session, "mesa");
      silence(session, 50);
      heard.await("an end", h -> !h.each(Heard.TurnEnd.class).isEmpty());

      assertEquals(WORDS, heard.words());
      assertTrue(heard.each(Heard.TurnEnd.class).getFirst().sure());
      assertTrue(heard.each(Heard.Partial.class).size() > 3, heard.all().toString());
      assertFalse(heard.each(Heard.Voice.class).isEmpty());
      say(session, "cinco");
      silence(session, 50);
      heard.await(
          "another turn", h -> h.words().equals(WORDS + " " + Utterance.of("cinco").text()));
    }
  }

  @Test
  void itIsAskedForTurnsInTheLanguageOfTheHouse() {
    try (Session session = listen()) {
      heard.await("a visit", _ -> !deepgram.visits().isEmpty());
      RequestHead head = deepgram.visits().getFirst();
      assertEquals("/v2/listen", head.path());
      assertEquals("flux-general-multi", head.asked("model"));
      assertEquals("es", head.asked("language_hint"));
      assertEquals("mulaw", head.asked("encoding"));
      assertEquals(List.of("arroz meloso"), head.query().get("keyterm"));
    }
  }

  /** A browser's call: 16 bits at 16 kHz, cut where its frames end. */
  @Test
  void aWideLineIsHeardAsWell() {
    try (Session session = listen(AudioFormat.LINEAR_16000)) {
      byte[] sound = Utterance.of("mesa").wide();
      for (int at = 0; at < sound.length; at += 641) {
        session.push(Arrays.copyOfRange(sound, at, Math.min(sound.length, at + 641)));
      }
      for (int frame = 0; frame < 50; frame++) {
        session.push(new byte[640]);
      }
      heard.await("an end", h -> !h.each(Heard.TurnEnd.class).isEmpty());

      assertEquals(WORDS, heard.words());
      assertEquals("linear16", deepgram.visits().getFirst().asked("encoding"));
      assertEquals("16000", deepgram.visits().getFirst().asked("sample_rate"));
    }
  }

  @Test
  void aLineThatFallsSilentEndsItsTurnAllTheSame() {
    try (Session session = listen()) {
      say(session, "cinco");
      heard.await("words", h -> h.words().equals(Utterance.of("cinco").text()));
    }
  }

  @Test
  void aSocketThatFailsIsOpenedAgainAndHearsTheTurnOnceMore() {
    deepgram.troubles().add(Trouble.after(Duration.ofSeconds(2), Kind.ERROR));
    try (Session session = listen()) {
      say(session, "mesa");
      silence(session, 50);
      heard.await("words", h -> h.words().endsWith("de la noche."));

      assertEquals(WORDS, heard.words());
      assertEquals(2, deepgram.visits().size());
      assertEquals(List.of(), heard.each(Heard.Lost.class));
    }
  }

  /** The messages of the sample that is handed out with the provider's facts. */
  @Test
  void whatSeemedOverIsTakenBackAndCountsOnlyAtItsEnd() {
    List<Heard> told = new ArrayList<>();
    FluxMessages messages =
        new FluxMessages(
            Duration.ofSeconds(10),
            new SpeechTold() {
              @Override
              public void heard(Heard heard) {
                told.add(heard);
              }

              @Override
              public void settled(Duration upTo) {}

              @Override
              public void failed(String reason) {
                told.add(new Heard.Partial(reason));
              }
            });
    messages.take(turn("Update", "", 0.24));
    messages.take(turn("StartOfTurn", "Quería", 0.8));
    messages.take(turn("EagerEndOfTurn", "Quería una mesa para cuatro", 2.4));
    messages.take(turn("TurnResumed", "Quería una mesa para cuatro", 2.7));
    messages.take(turn("Update", "Quería una mesa para cuatro o cinco", 3.4));
    messages.take(turn("EndOfTurn", "Quería una mesa para cuatro o cinco.", 4.0));
    messages.take(part("{\"type\":\"Error\",\"code\":\"INTERNAL_SERVER_ERROR\"}"));

    assertEquals(
        List.of(
            new Heard.Voice(Duration.ofSeconds(10)),
            new Heard.Partial("Quería"),
            new Heard.Partial("Quería una mesa para cuatro"),
            new Heard.TurnEnd(false),
            new Heard.GoesOn(),
            new Heard.Partial("Quería una mesa para cuatro o cinco"),
            new Heard.Words(
                "Quería una mesa para cuatro o cinco.", List.of(), Duration.ofSeconds(14)),
            new Heard.TurnEnd(true),
            new Heard.Partial("INTERNAL_SERVER_ERROR")),
        told);
  }

  private static Part turn(String event, String transcript, double until) {
    return part(
        "{\"type\":\"TurnInfo\",\"event\":\""
            + event
            + "\",\"turn_index\":0,\"audio_window_start\":0.0,\"audio_window_end\":"
            + until
            + ",\"transcript\":\""
            + transcript
            + "\",\"words\":[]}");
  }

  private static Part part(String json) {
    return JsonMessage.read(json).orElseThrow();
  }

  private Session listen() {
    return listen(AudioFormat.MULAW_8000);
  }

  private Session listen(AudioFormat format) {
    Wishes wishes =
        new Wishes(format, List.of(Locale.forLanguageTag("es")), List.of("arroz meloso"));
    return recognizer("key", "flux-general-multi").listen(wishes, heard);
  }
}
