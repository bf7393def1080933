package io.conserje.connectors.espeak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechFailure;
import io.conserje.speech.SpeechVoice;
import io.conserje.speech.SpeechVoice.Utterance;
import io.conserje.speech.SpeechVoice.Wishes;
import io.conserje.speech.TimedWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Its stand-in writes what the program writes: a tone of one second, at 22,050 samples a second.
 */
class EspeakVoiceTest {

  private static final String TONE =
      """
      #!/bin/sh
      cat > "$0.said"
      cat "$0.wav"
      """;

  private final Told told = new Told();

  @TempDir private Path folder;

  private static final class Told implements SpeechVoice.Listener {
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<TimedWord> words = new ArrayList<>();
    private final List<Integer> clauses = new ArrayList<>();
    private long bytes;
    private int largest;
    private SpeechFailure failure;

    @Override
    public synchronized void sound(byte[] sound) {
      bytes += sound.length;
      largest = Math.max(largest, sound.length);
    }

    @Override
    public synchronized void words(List<TimedWord> more) {
      words.addAll(more);
    }

    @Override
    public synchronized void clauseDone(int clause) {
      clauses.add(clause);
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

  @Test
  void speaksAsATelephoneDoes() throws Exception {
    Utterance utterance = begin(AudioFormat.MULAW_8000);
    utterance.say("Un momento, por favor.");
    utterance.end();
    assertTrue(told.over.await(60, TimeUnit.SECONDS));
    assertEquals(8_000, told.bytes, 2);
    assertEquals(800, told.largest);
    assertEquals(List.of(0), told.clauses);
  }

  @Test
  void wordsAreSpreadOverTheSoundOfTheirClause() throws Exception {
    Utterance utterance = begin(AudioFormat.MULAW_8000);
    utterance.say("aaaa bbbb");
    utterance.say("cccc");
    utterance.end();
    assertTrue(told.over.await(60, TimeUnit.SECONDS));
    assertEquals(
        List.of("aaaa", "bbbb", "cccc"), told.words.stream().map(TimedWord::text).toList());
    assertEquals(500, told.words.get(1).from().toMillis(), 2);
    assertEquals(Duration.ofSeconds(1).toMillis(), told.words.get(2).from().toMillis(), 2);
    assertEquals(List.of(0, 1), told.clauses);
  }

  @Test
  void whatIsSaidStandsInNoArgument() throws Exception {
    Utterance utterance = begin(AudioFormat.LINEAR_8000);
    utterance.say("A nombre de Lucía.");
    utterance.end();
    assertTrue(told.over.await(60, TimeUnit.SECONDS));
    assertEquals("A nombre de Lucía.", Files.readString(folder.resolve("program.said")));
    assertEquals(16_000, told.bytes, 4);
  }

  @Test
  void aProgramThatFailsIsTold() throws Exception {
    Path broken = script("broken", "#!/bin/sh\nexit 3\n");
    Utterance utterance =
        new EspeakVoice(broken::toString).begin(wishes(AudioFormat.MULAW_8000), told);
    utterance.say("Hola.");
    assertTrue(told.over.await(60, TimeUnit.SECONDS));
    assertNotNull(told.failure);
    assertTrue(told.failure.passing());
  }

  @Test
  void isThereOnlyWhereItIsInstalled() throws Exception {
    assertFalse(new EspeakVoice(() -> "no-such-program-here").isThere());
    assertTrue(new EspeakVoice(script("program", TONE)::toString).isThere());
  }

  private Utterance begin(AudioFormat format) throws IOException {
    Files.write(folder.resolve("program.wav"), wav());
    return new EspeakVoice(script("program", TONE)::toString).begin(wishes(format), told);
  }

  private static Wishes wishes(AudioFormat format) {
    return new Wishes(format, Locale.forLanguageTag("es"), "");
  }

  private Path script(String name, String text) throws IOException {
    Path script = folder.resolve(name);
    Files.writeString(script, text);
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private static byte[] wav() {
    byte[] wav = new byte[44 + 2 * 22_050];
    wav[24] = 0x22;
    wav[25] = 0x56;
    for (int i = 0; i < 22_050; i++) {
      int sample = (int) (8_000 * Math.sin(2 * Math.PI * 440 * i / 22_050));
      wav[44 + 2 * i] = (byte) sample;
      wav[45 + 2 * i] = (byte) (sample >> 8);
    }
    return wav;
  }
}
