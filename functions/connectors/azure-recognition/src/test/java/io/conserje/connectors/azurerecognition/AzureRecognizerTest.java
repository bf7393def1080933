package io.conserje.connectors.azurerecognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.cognitiveservices.speech.SpeechConfig;
import io.conserje.simulated.speech.SimulatedAzureEar;
import io.conserje.simulated.speech.SpeechPort;
import io.conserje.simulated.speech.Trouble;
import io.conserje.simulated.speech.Trouble.Kind;
import io.conserje.simulated.speech.Utterance;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechRecognizer.Heard;
import io.conserje.speech.SpeechRecognizer.Session;
import io.conserje.speech.SpeechRecognizer.Wishes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Azure's own library against a recogniser that speaks its protocol. */
@Timeout(120)
class AzureRecognizerTest {

  private static final int FRAME = 160;

  private final SimulatedAzureEar azure = new SimulatedAzureEar("key");
  private final SpeechPort port = SpeechPort.open(0, azure);
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    port.close();
  }

  @Test
  void whatIsSaidIsWrittenDownInTheSoundOfTheLine() throws Exception {
    try (Session session = listen("key")) {
      say(session, "cinco");
      silence(session, 60);

      Heard.Partial first = next(Heard.Partial.class);
      Heard.Words words = next(Heard.Words.class);
      assertEquals(Utterance.of("cinco").text(), words.text());
      assertTrue(words.text().startsWith(first.text()), first.text());
      assertTrue(words.upTo().compareTo(Duration.ofMillis(300)) > 0, words.toString());
      assertFalse(next(Heard.TurnEnd.class).sure());
    }
    assertEquals("es-ES", azure.visits().getFirst().asked("language"));
  }

  /** A browser's call: 16 bits at 16 kHz. */
  @Test
  void aWideLineIsHeardAsWell() throws Exception {
    try (Session session = listen("key", AudioFormat.LINEAR_16000)) {
      byte[] sound = Utterance.of("cinco").wide();
      for (int at = 0; at < sound.length; at += 4 * FRAME) {
        session.push(Arrays.copyOfRange(sound, at, Math.min(sound.length, at + 4 * FRAME)));
      }
      session.push(new byte[60 * 4 * FRAME]);

      assertEquals(Utterance.of("cinco").text(), next(Heard.Words.class).text());
    }
  }

  @Test
  void aWrongKeyIsForAPersonToPutRight() throws Exception {
    try (Session _ = listen("another")) {
      assertFalse(next(Heard.Lost.class).why().passing());
    }
  }

  /** The library does it by itself, with the sound it has kept. */
  @Test
  void aLostConnectionIsMadeAnewWithinTheSentence() throws Exception {
    azure.troubles().add(Trouble.after(Duration.ofMillis(200), Kind.LOST));
    try (Session session = listen("key")) {
      say(session, "cinco");
      while (heard.stream().noneMatch(one -> one instanceof Heard.Words)) {
        silence(session, 1);
        Thread.sleep(20);
      }
      assertEquals(Utterance.of("cinco").text(), next(Heard.Words.class).text());
    }
    assertEquals(2, azure.visits().size());
  }

  /** The library throws, and keeps its memory, where it is closed while it begins or ends. */
  @Test
  void aGuestWhoHangsUpAtOnceLeavesNothingBehind() {
    RecognitionAccount account = new RecognitionAccount("key", "", port.address().toString());
    Wishes wishes =
        new Wishes(AudioFormat.MULAW_8000, List.of(Locale.forLanguageTag("es")), List.of());
    for (int n = 0; n < 5; n++) {
      try (SpeechConfig config = account.config(wishes)) {
        AzureEar ear = new AzureEar(config, wishes, heard::add);
        ear.hear(new byte[FRAME]);
        ear.close();
      }
    }
  }

  /** The next of its kind; what comes before it is let go. */
  private <T extends Heard> T next(Class<T> kind) throws InterruptedException {
    while (true) {
      Heard one = heard.poll(60, TimeUnit.SECONDS);
      if (one == null) {
        throw new AssertionError("waited in vain for " + kind.getSimpleName());
      }
      if (kind.isInstance(one)) {
        return kind.cast(one);
      }
    }
  }

  private Session listen(String key) {
    return listen(key, AudioFormat.MULAW_8000);
  }

  private Session listen(String key, AudioFormat format) {
    AzureRecognizer recognizer =
        new AzureRecognizer(() -> new RecognitionAccount(key, "", port.address().toString()));
    assertTrue(recognizer.takes(format));
    return recognizer.listen(
        new Wishes(format, List.of(Locale.forLanguageTag("es")), List.of("terraza")), heard::add);
  }

  private static void say(Session session, String name) {
    byte[] sound = Utterance.of(name).mulaw();
    for (int at = 0; at < sound.length; at += FRAME) {
      session.push(Arrays.copyOfRange(sound, at, Math.min(sound.length, at + FRAME)));
    }
  }

  private static void silence(Session session, int frames) {
    for (int i = 0; i < frames; i++) {
      byte[] silence = new byte[FRAME];
      Arrays.fill(silence, AudioFormat.MULAW_8000.encoding().silence());
      session.push(silence);
    }
  }
}
