package io.conserje.connectors.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.speechhttp.SpeechClients;
import io.conserje.simulated.speech.SimulatedAzure;
import io.conserje.simulated.speech.SpeechPort;
import io.conserje.simulated.speech.Trouble;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechFailure;
import io.conserje.speech.SpeechVoice;
import io.conserje.speech.SpeechVoice.Utterance;
import io.conserje.speech.SpeechVoice.Wishes;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AzureVoiceTest {

  private static final String TEXT = "Mesa de <Tomás & 'Ana'>, confirmada.";

  private final SimulatedAzure azure = new SimulatedAzure("key");
  private final SpeechPort port = SpeechPort.open(0, azure);
  private final HttpClient client = SpeechClients.create();
  private final Told told = new Told();

  private static final class Told implements SpeechVoice.Listener {
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile long bytes;
    private volatile boolean halves;
    private volatile SpeechFailure failure;

    @Override
    public void sound(byte[] sound) {
      bytes += sound.length;
      halves |= sound.length % 2 == 1;
    }

    @Override
    public void done() {
      over.countDown();
    }

    @Override
    public void failed(SpeechFailure why) {
      failure = why;
      over.countDown();
    }
  }

  @AfterEach
  void close() {
    client.shutdownNow();
    port.close();
  }

  @Test
  void saysWhatIsWrittenWhateverStandsInIt() throws Exception {
    Utterance utterance = begin("key");
    utterance.say(TEXT);
    utterance.end();
    assertTrue(told.over.await(60, TimeUnit.SECONDS));
    assertEquals(List.of(TEXT), azure.texts());
    assertEquals(TEXT.length() * 65 * 8, told.bytes);
  }

  /** A browser's call: 16 bits at 16 kHz, of which no piece tells half a sample. */
  @Test
  void speaksOnAWideLineToo() throws Exception {
    Utterance utterance = begin("key", AudioFormat.LINEAR_16000);
    utterance.say(TEXT);
    utterance.end();
    assertTrue(told.over.await(60, TimeUnit.SECONDS));
    assertNull(told.failure);
    assertEquals(TEXT.length() * 65 * 32, told.bytes);
    assertFalse(told.halves);
  }

  @Test
  void aWrongKeyIsForAPersonToPutRight() throws Exception {
    begin("another").say(TEXT);
    assertTrue(told.over.await(60, TimeUnit.SECONDS));
    assertFalse(told.failure.passing());
  }

  @Test
  void tooMuchAtOncePasses() throws Exception {
    azure.troubles().add(Trouble.refused(429));
    begin("key").say(TEXT);
    assertTrue(told.over.await(60, TimeUnit.SECONDS));
    assertTrue(told.failure.passing());
  }

  @Test
  void isThereOnlyWithAKeyAndAPlace() {
    assertFalse(voice(new AzureAccount("", "westeurope", "", "")).isThere());
    assertFalse(voice(new AzureAccount("key", "", "", "")).isThere());
    assertTrue(voice(new AzureAccount("key", "westeurope", "", "")).isThere());
    assertEquals(
        "https://westeurope.tts.speech.microsoft.com/cognitiveservices/v1",
        new AzureAccount("key", "westeurope", "", "").address().toString());
  }

  private Utterance begin(String key) {
    return begin(key, AudioFormat.MULAW_8000);
  }

  private Utterance begin(String key, AudioFormat format) {
    return voice(new AzureAccount(key, "", port.address().toString(), ""))
        .begin(new Wishes(format, Locale.forLanguageTag("es"), ""), told);
  }

  private SpeechVoice voice(AzureAccount account) {
    return new AzureVoice(() -> account, () -> client);
  }
}
