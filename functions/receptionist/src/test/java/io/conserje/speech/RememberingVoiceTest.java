package io.conserje.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.speech.SpeechVoice.Utterance;
import io.conserje.speech.SpeechVoice.Wishes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RememberingVoiceTest {

  private static final String MOMENT = "Un momento, por favor.";
  private static final String HOW = "¿En qué puedo ayudarle?";
  private static final Wishes SPANISH =
      new Wishes(AudioFormat.MULAW_8000, Locale.forLanguageTag("es"), "");

  private final ScriptedVoice voice = new ScriptedVoice("voice");
  private final PhraseMemory memory = new PhraseMemory(100_000);
  private final RememberingVoice remembering = new RememberingVoice(voice, memory);

  @Test
  void whatWasSaidTwiceIsHeardAtOnce() {
    speak(MOMENT);
    speak(MOMENT);
    ToldByVoice told = new ToldByVoice();
    Utterance utterance = remembering.begin(SPANISH, told);
    utterance.say(MOMENT);
    assertEquals(MOMENT.length() * 520, told.bytes());
    utterance.end();
    assertEquals(List.of("sound", "clause 0", "done"), told.told());
    assertEquals("Un", told.words().getFirst().text());
    assertEquals(2, voice.sayings().size());
  }

  @Test
  void whatWasSaidOnceIsNotKept() {
    speak("A nombre de Lucía.");
    assertEquals(0, memory.bytes());
  }

  @Test
  void theVoiceGoesOnBehindWhatIsRemembered() {
    speak(MOMENT);
    speak(MOMENT);
    ToldByVoice told = new ToldByVoice();
    Utterance utterance = remembering.begin(SPANISH, told);
    utterance.say(MOMENT);
    utterance.say(HOW);
    utterance.end();
    assertEquals(List.of(HOW), voice.last().clauses());
    assertTrue(voice.last().isEnded());
    voice.last().tells().words(List.of(word("¿En", 0)));
    voice.last().speaks(0);
    voice.last().tells().done();
    assertEquals(List.of("sound", "clause 0", "sound", "clause 1", "done"), told.told());
    assertEquals(Duration.ofMillis(MOMENT.length() * 65), told.words().getLast().from());
  }

  @Test
  void anotherVoiceOrLanguageIsNotMistakenForIt() {
    speak(MOMENT);
    speak(MOMENT);
    Wishes english = new Wishes(AudioFormat.MULAW_8000, Locale.ENGLISH, "");
    Wishes another = new Wishes(AudioFormat.MULAW_8000, Locale.forLanguageTag("es"), "another");
    Wishes linear = new Wishes(AudioFormat.LINEAR_8000, Locale.forLanguageTag("es"), "");
    for (Wishes wishes : List.of(english, another, linear)) {
      ToldByVoice told = new ToldByVoice();
      remembering.begin(wishes, told).say(MOMENT);
      assertEquals(0, told.bytes());
    }
  }

  @Test
  void whatWasNotSaidForTheLongestTimeGoesFirst() {
    PhraseMemory small = new PhraseMemory(40_000);
    RememberingVoice forgetful = new RememberingVoice(voice, small);
    for (String phrase :
        List.of(
            "uno dos tres",
            "cuatro cinco",
            "seis y siete",
            "ocho o nueve",
            "diez, once, no",
            "doce o trece",
            "catorce, ya no")) {
      speak(forgetful, phrase);
      speak(forgetful, phrase);
    }
    assertTrue(small.bytes() <= 40_000 && small.bytes() > 20_000, "" + small.bytes());
    ToldByVoice first = new ToldByVoice();
    forgetful.begin(SPANISH, first).say("uno dos tres");
    assertEquals(0, first.bytes());
    ToldByVoice last = new ToldByVoice();
    forgetful.begin(SPANISH, last).say("catorce, ya no");
    assertTrue(last.bytes() > 0);
  }

  private void speak(String text) {
    speak(remembering, text);
  }

  private void speak(RememberingVoice with, String text) {
    Utterance utterance = with.begin(SPANISH, new ToldByVoice());
    utterance.say(text);
    utterance.end();
    voice.last().tells().words(List.of(word("Un", 0)));
    voice.last().speaks(0);
    voice.last().tells().done();
  }

  private static TimedWord word(String text, long at) {
    return new TimedWord(text, Duration.ofMillis(at), Duration.ofMillis(at + 90));
  }
}
