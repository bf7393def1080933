package io.conserje.connectors.azurerecognition;

import com.microsoft.cognitiveservices.speech.CancellationErrorCode;
import com.microsoft.cognitiveservices.speech.CancellationReason;
import com.microsoft.cognitiveservices.speech.PhraseListGrammar;
import com.microsoft.cognitiveservices.speech.ResultReason;
import com.microsoft.cognitiveservices.speech.SpeechConfig;
import com.microsoft.cognitiveservices.speech.SpeechRecognitionCanceledEventArgs;
import com.microsoft.cognitiveservices.speech.SpeechRecognitionResult;
import com.microsoft.cognitiveservices.speech.SpeechRecognizer;
import com.microsoft.cognitiveservices.speech.audio.AudioConfig;
import com.microsoft.cognitiveservices.speech.audio.AudioStreamFormat;
import com.microsoft.cognitiveservices.speech.audio.PushAudioInputStream;
import io.conserje.speech.SpeechFailure;
import io.conserje.speech.SpeechRecognizer.Heard;
import io.conserje.speech.SpeechRecognizer.Listener;
import io.conserje.speech.SpeechRecognizer.Wishes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Azure's library for one call: sound goes in, and what it tells is put into our words. */
final class AzureEar implements AutoCloseable {

  /** Azure counts time in these. */
  private static final long NANOS_PER_TICK = 100;

  private static final Set<CancellationErrorCode> FOR_A_PERSON =
      Set.of(
          CancellationErrorCode.AuthenticationFailure,
          CancellationErrorCode.Forbidden,
          CancellationErrorCode.BadRequest);

  private static final Logger LOG = LoggerFactory.getLogger(AzureEar.class);
  private static final Duration LONGEST_CLOSING = Duration.ofSeconds(5);

  private final Listener listener;
  private final AudioStreamFormat format;
  private final PushAudioInputStream stream;
  private final AudioConfig audio;
  private final SpeechRecognizer recognizer;
  private final Future<Void> started;
  private String partial = "";

  AzureEar(SpeechConfig config, Wishes wishes, Listener listener) {
    this.listener = listener;
    this.format = RecognitionAccount.format(wishes.format());
    this.stream = PushAudioInputStream.create(format);
    this.audio = AudioConfig.fromStreamInput(stream);
    this.recognizer = new SpeechRecognizer(config, audio);
    if (!wishes.terms().isEmpty()) {
      PhraseListGrammar terms = PhraseListGrammar.fromRecognizer(recognizer);
      wishes.terms().forEach(terms::addPhrase);
    }
    recognizer.speechStartDetected.addEventListener(
        (_, event) -> listener.heard(new Heard.Voice(ticks(event.offset.longValue()))));
    recognizer.recognizing.addEventListener((_, event) -> hearing(event.getResult()));
    recognizer.recognized.addEventListener((_, event) -> heard(event.getResult()));
    recognizer.canceled.addEventListener((_, event) -> canceled(event));
    started = recognizer.startContinuousRecognitionAsync();
  }

  void hear(byte[] bytes) {
    stream.write(bytes);
  }

  private void hearing(SpeechRecognitionResult result) {
    partial(result.getText().strip());
  }

  private void partial(String text) {
    if (!text.equals(partial)) {
      partial = text;
      listener.heard(new Heard.Partial(text));
    }
  }

  private void heard(SpeechRecognitionResult result) {
    String text = result.getText().strip();
    if (result.getReason() != ResultReason.RecognizedSpeech || text.isEmpty()) {
      partial("");
      return;
    }
    partial = "";
    long end = result.getOffset().add(result.getDuration()).longValue();
    listener.heard(new Heard.Words(text, List.of(), ticks(end)));
    listener.heard(new Heard.TurnEnd(false));
  }

  private static Duration ticks(long ticks) {
    return Duration.ofNanos(ticks * NANOS_PER_TICK);
  }

  /** The end of the sound is told as a cancellation, too. */
  private void canceled(SpeechRecognitionCanceledEventArgs event) {
    if (event.getReason() == CancellationReason.Error) {
      boolean passing = !FOR_A_PERSON.contains(event.getErrorCode());
      listener.heard(new Heard.Lost(new SpeechFailure(passing, event.getErrorCode().toString())));
    }
  }

  /**
   * Native memory is given back in the order of its use; the library refuses it while it begins or
   * ends to listen.
   */
  @Override
  public void close() {
    stream.close();
    try {
      await(started);
      await(recognizer.stopContinuousRecognitionAsync());
      recognizer.close();
    } finally {
      audio.close();
      format.close();
    }
  }

  private static void await(Future<Void> done) {
    try {
      done.get(LONGEST_CLOSING.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stillAtIt) {
      LOG.warn("Azure's library does not say that it has begun, or ended.", stillAtIt);
    }
  }
}
