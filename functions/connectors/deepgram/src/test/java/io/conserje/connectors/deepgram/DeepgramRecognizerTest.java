package io.conserje.connectors.deepgram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.simulated.speech.RequestHead;
import io.conserje.simulated.speech.Trouble;
import io.conserje.simulated.speech.Trouble.Kind;
import io.conserje.simulated.speech.Utterance;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechRecognizer.Heard;
import io.conserje.speech.SpeechRecognizer.Session;
import io.conserje.speech.SpeechRecognizer.Wishes;
import io.conserje.speech.TimedWord;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Deepgram's models that write down, and know of turns only by silence. */
class DeepgramRecognizerTest extends AtDeepgram {

  @Test
  void writesDownWhatIsSaidWhileItIsSaid() {
    try (Session session = listen("key")) {
      say(session, "mesa");
      silence(session, 20);
      heard.await("words", h -> h.words().equals(WORDS));
      List<Heard.Partial> partials = heard.each(Heard.Partial.class);
      assertTrue(partials.size() > 3, partials.toString());
      assertTrue(WORDS.startsWith(partials.getFirst().text()));
      assertFalse(heard.each(Heard.Voice.class).isEmpty());
      assertEquals(List.of(), heard.each(Heard.Lost.class));
    }
  }

  @Test
  void wordsHaveTheTimesOfTheCall() {
    try (Session session = listen("key")) {
      silence(session, 100);
      say(session, "mesa");
      silence(session, 20);
      heard.await("words", h -> h.words().equals(WORDS));
      List<TimedWord> words = heard.each(Heard.Words.class).getFirst().words();
      assertEquals("Hola,", words.getFirst().text());
      assertTrue(words.getFirst().from().compareTo(Duration.ofMillis(1900)) > 0, words.toString());
    }
  }

  @Test
  void whatIsOpenIsWrittenDownWhenItIsWanted() {
    try (Session session = listen("key")) {
      say(session, "cinco");
      heard.await("a partial", h -> !h.each(Heard.Partial.class).isEmpty());
      session.flush();
      heard.await("words", h -> h.words().equals(Utterance.of("cinco").text()));
    }
  }

  @Test
  void aSilenceEndsATurnWithoutCertainty() {
    try (Session session = listen("key")) {
      say(session, "cinco");
      silence(session, 60);
      heard.await("an end", h -> h.each(Heard.TurnEnd.class).size() == 1);
      assertFalse(heard.each(Heard.TurnEnd.class).getFirst().sure());
      say(session, "si");
      silence(session, 20);
      heard.await("a resumption", h -> h.each(Heard.GoesOn.class).size() == 1);
    }
  }

  @Test
  void aLostSocketIsOpenedAgainAndHearsTheSentenceOnceMore() {
    deepgram.troubles().add(Trouble.after(Duration.ofSeconds(3), Kind.LOST));
    try (Session session = listen("key")) {
      silence(session, 50);
      say(session, "mesa");
      silence(session, 20);
      heard.await("words", h -> h.words().endsWith("de la noche."));
      assertEquals(WORDS, heard.words());
      assertEquals(2, deepgram.visits().size());
      assertEquals(List.of(), heard.each(Heard.Lost.class));
      TimedWord first = heard.each(Heard.Words.class).getFirst().words().getFirst();
      assertTrue(first.from().compareTo(Duration.ofMillis(900)) > 0, first.toString());
    }
  }

  @Test
  void whoSaysNothingAfterBeingAskedIsOpenedAgain() {
    deepgram.troubles().add(Trouble.after(Duration.ZERO, Kind.SILENT));
    try (Session session = listen("key")) {
      say(session, "cinco");
      heard.await("a visit", h -> deepgram.visits().size() == 1);
      session.flush();
      heard.await("another visit", h -> deepgram.visits().size() == 2);
      silence(session, 20);
      heard.await("words", h -> h.words().equals(Utterance.of("cinco").text()));
    }
  }

  @Test
  void aSecondLossIsTold() {
    deepgram.troubles().add(Trouble.after(Duration.ofMillis(200), Kind.LOST));
    deepgram.troubles().add(Trouble.after(Duration.ofMillis(200), Kind.ERROR));
    try (Session session = listen("key")) {
      say(session, "mesa");
      heard.await("a loss", h -> h.each(Heard.Lost.class).size() == 1);
      assertTrue(heard.each(Heard.Lost.class).getFirst().why().passing());
      assertTrue(heard.all().getLast() instanceof Heard.Lost);
    }
  }

  @Test
  void aWrongKeyIsForAPersonToPutRight() {
    try (Session session = listen("another")) {
      heard.await("a loss", h -> h.each(Heard.Lost.class).size() == 1);
      Heard.Lost lost = heard.each(Heard.Lost.class).getFirst();
      assertFalse(lost.why().passing());
      assertTrue(lost.why().reason().contains("Invalid credentials."), lost.toString());
      assertEquals(1, deepgram.visits().size());
    }
  }

  @Test
  void tooManyAtOncePasses() {
    deepgram.troubles().add(Trouble.refused(429));
    try (Session session = listen("key")) {
      heard.await("a loss", h -> h.each(Heard.Lost.class).size() == 1);
      assertTrue(heard.each(Heard.Lost.class).getFirst().why().passing());
    }
  }

  @Test
  void asksForWhatTheHouseWants() {
    try (Session session =
        recognizer("key", "nova-3")
            .listen(
                new Wishes(
                    AudioFormat.MULAW_8000,
                    List.of(Locale.forLanguageTag("es-MX")),
                    List.of("arroz meloso", "terraza")),
                heard)) {
      heard.await("a visit", h -> !deepgram.visits().isEmpty());
      RequestHead head = deepgram.visits().getFirst();
      assertEquals("es-419", head.asked("language"));
      assertEquals("mulaw", head.asked("encoding"));
      assertEquals("8000", head.asked("sample_rate"));
      assertEquals("nova-3", head.asked("model"));
      assertEquals(List.of("arroz meloso", "terraza"), head.query().get("keyterm"));
    }
  }

  @Test
  void soundIsSentWithoutBeingChanged() {
    byte[] sound = Utterance.of("si").mulaw().clone();
    try (Session session = listen("key")) {
      session.push(sound);
      silence(session, 20);
      heard.await("words", h -> h.words().equals(Utterance.of("si").text()));
    }
    assertArrayEquals(Utterance.of("si").mulaw(), sound);
  }

  private Session listen(String key) {
    Wishes wishes =
        new Wishes(AudioFormat.MULAW_8000, List.of(Locale.forLanguageTag("es")), List.of());
    return recognizer(key, "nova-3").listen(wishes, heard);
  }
}
