package io.conserje.connectors.azure;

import io.conserje.names.Variable;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechVoice.Wishes;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who speaks with Azure, where, and with which voice.
 *
 * @param key blank where none is set up
 * @param region where the key is good
 * @param baseUrl in place of the region's own; blank for that
 * @param voice blank for one that suits the language
 */
public record AzureAccount(String key, String region, String baseUrl, String voice) {

  /**
   * @param settings finds a value by its name
   */
  public static AzureAccount from(Function<String, Optional<String>> settings) {
    return new AzureAccount(
        settings.apply(Variable.AZURE_SPEECH_KEY).orElse("").strip(),
        settings.apply(Variable.AZURE_SPEECH_REGION).orElse("").strip(),
        settings.apply(Variable.AZURE_SPEECH_BASE_URL).orElse("").strip(),
        settings.apply(Variable.AZURE_SPEECH_VOICE).orElse("").strip());
  }

  boolean isThere() {
    return !key.isBlank() && !(region.isBlank() && baseUrl.isBlank());
  }

  URI address() {
    String base =
        baseUrl.isBlank()
            ? "https://" + region + ".tts.speech.microsoft.com"
            : baseUrl.replaceAll("/+$", "");
    return URI.create(base + "/cognitiveservices/v1");
  }

  static boolean speaks(AudioFormat format) {
    return switch (format.encoding()) {
      case MULAW, ALAW -> format.rate() == 8_000;
      case LINEAR16 -> format.rate() == 8_000 || format.rate() == 16_000 || format.rate() == 24_000;
    };
  }

  /** As Azure names it; {@code raw} has no header. */
  static String format(AudioFormat format) {
    return switch (format.encoding()) {
      case MULAW -> "raw-8khz-8bit-mono-mulaw";
      case ALAW -> "raw-8khz-8bit-mono-alaw";
      case LINEAR16 -> "raw-" + format.rate() / 1_000 + "khz-16bit-mono-pcm";
    };
  }

  String voice(Wishes wishes) {
    if (!wishes.voice().isBlank()) {
      return wishes.voice();
    }
    return voice.isBlank() ? usual(wishes.language()) : voice;
  }

  private static String usual(Locale language) {
    boolean spanish = language.getLanguage().equals("es");
    boolean spain = language.getCountry().isEmpty() || language.getCountry().equals("ES");
    return spanish ? spain ? "es-ES-ElviraNeural" : "es-MX-DaliaNeural" : "en-GB-SoniaNeural";
  }

  /** The key stays out of logs. */
  @Override
  public String toString() {
    return "AzureAccount[" + address() + "]";
  }
}
