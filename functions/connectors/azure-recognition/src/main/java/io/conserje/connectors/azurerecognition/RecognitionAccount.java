package io.conserje.connectors.azurerecognition;

import com.microsoft.cognitiveservices.speech.PropertyId;
import com.microsoft.cognitiveservices.speech.SpeechConfig;
import com.microsoft.cognitiveservices.speech.audio.AudioStreamFormat;
import com.microsoft.cognitiveservices.speech.audio.AudioStreamWaveFormat;
import io.conserje.names.Variable;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechRecognizer.Wishes;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who listens with Azure, and where.
 *
 * @param key blank where none is set up
 * @param region where the key is good
 * @param baseUrl in place of the region's own; blank for that
 */
public record RecognitionAccount(String key, String region, String baseUrl) {

  /**
   * After so much silence its words are for good. It decides no turn: that is up to whoever knows
   * what was asked.
   */
  private static final String SEGMENTATION_MS = "400";

  /**
   * @param settings finds a value by its name
   */
  public static RecognitionAccount from(Function<String, Optional<String>> settings) {
    return new RecognitionAccount(
        settings.apply(Variable.AZURE_SPEECH_KEY).orElse("").strip(),
        settings.apply(Variable.AZURE_SPEECH_REGION).orElse("").strip(),
        settings.apply(Variable.AZURE_SPEECH_BASE_URL).orElse("").strip());
  }

  boolean isThere() {
    return !key.isBlank() && !(region.isBlank() && baseUrl.isBlank());
  }

  /** To be closed: it is native memory. */
  SpeechConfig config(Wishes wishes) {
    SpeechConfig config =
        baseUrl.isBlank()
            ? SpeechConfig.fromSubscription(key, region)
            : SpeechConfig.fromHost(URI.create(baseUrl.replaceFirst("^http", "ws")), key);
    config.setSpeechRecognitionLanguage(language(wishes.languages().getFirst()));
    config.setProperty(PropertyId.Speech_SegmentationSilenceTimeoutMs, SEGMENTATION_MS);
    return config;
  }

  /** Azure names a country, too. */
  private static String language(Locale wanted) {
    boolean named = !wanted.getCountry().isEmpty();
    boolean spanish = wanted.getLanguage().equals("es");
    return named ? wanted.toLanguageTag() : spanish ? "es-ES" : "en-GB";
  }

  static boolean takes(AudioFormat format) {
    return switch (format.encoding()) {
      case MULAW, ALAW -> format.rate() == 8_000;
      case LINEAR16 -> format.rate() == 8_000 || format.rate() == 16_000;
    };
  }

  static AudioStreamFormat format(AudioFormat format) {
    return switch (format.encoding()) {
      case MULAW -> g711(AudioStreamWaveFormat.MULAW);
      case ALAW -> g711(AudioStreamWaveFormat.ALAW);
      case LINEAR16 -> AudioStreamFormat.getWaveFormatPCM(format.rate(), (short) 16, (short) 1);
    };
  }

  private static AudioStreamFormat g711(AudioStreamWaveFormat law) {
    return AudioStreamFormat.getWaveFormat(8_000, (short) 8, (short) 1, law);
  }

  /** The key stays out of logs. */
  @Override
  public String toString() {
    return "RecognitionAccount[" + (baseUrl.isBlank() ? region : baseUrl) + "]";
  }
}
