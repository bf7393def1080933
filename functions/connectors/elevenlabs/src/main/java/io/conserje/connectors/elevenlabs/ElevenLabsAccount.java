package io.conserje.connectors.elevenlabs;

import io.conserje.names.Variable;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechVoice.Wishes;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who speaks with ElevenLabs, where, and with which voice.
 *
 * @param apiKey blank where none is set up
 * @param baseUrl in place of ElevenLabs' own; blank for {@code https://api.elevenlabs.io}
 * @param voice the id of the one that is taken where none is wished for
 */
public record ElevenLabsAccount(String apiKey, String baseUrl, String model, String voice) {

  private static final String ELEVENLABS = "https://api.elevenlabs.io";
  private static final String USUAL_MODEL = "eleven_flash_v2_5";

  /** George, whom every account has. */
  private static final String USUAL_VOICE = "JBFqnCBsd6RMkjVDRZzb";

  private static final Set<Integer> LINEAR_RATES = Set.of(8_000, 16_000, 22_050, 24_000, 44_100);

  /**
   * @param settings finds a value by its name
   */
  public static ElevenLabsAccount from(Function<String, Optional<String>> settings) {
    return new ElevenLabsAccount(
        settings.apply(Variable.ELEVENLABS_API_KEY).orElse("").strip(),
        settings.apply(Variable.ELEVENLABS_BASE_URL).orElse("").strip(),
        settings.apply(Variable.ELEVENLABS_MODEL).orElse(USUAL_MODEL).strip(),
        settings.apply(Variable.ELEVENLABS_VOICE).orElse(USUAL_VOICE).strip());
  }

  boolean isThere() {
    return !apiKey.isBlank();
  }

  /** The newest models are spoken over HTTP alone. */
  boolean takesSockets() {
    return !model.startsWith("eleven_v3");
  }

  Map<String, String> headers() {
    return Map.of("xi-api-key", apiKey);
  }

  static boolean speaks(AudioFormat format) {
    return switch (format.encoding()) {
      case MULAW, ALAW -> format.rate() == 8_000;
      case LINEAR16 -> LINEAR_RATES.contains(format.rate());
    };
  }

  /**
   * Where an utterance is spoken.
   *
   * @param idleSeconds how long it may be left without a text before the socket is closed
   */
  URI socket(Wishes wishes, int idleSeconds) {
    return URI.create(
        of(wishes)
            + "/stream-input?model_id="
            + model
            + "&output_format="
            + format(wishes.format())
            + (takesLanguage() ? "&language_code=" + wishes.language().getLanguage() : "")
            + "&inactivity_timeout="
            + idleSeconds
            + "&auto_mode=true");
  }

  /** Where one clause is spoken; in the body the format would count for nothing. */
  URI stream(Wishes wishes) {
    return URI.create(of(wishes) + "/stream?output_format=" + format(wishes.format()));
  }

  private String of(Wishes wishes) {
    return base() + "/v1/text-to-speech/" + (wishes.voice().isBlank() ? voice : wishes.voice());
  }

  private String base() {
    return baseUrl.isBlank() ? ELEVENLABS : baseUrl.replaceAll("/+$", "");
  }

  /** Others hear the language by themselves, and some refuse to be told. */
  boolean takesLanguage() {
    return model.endsWith("_v2_5");
  }

  private static String format(AudioFormat format) {
    return switch (format.encoding()) {
      case MULAW -> "ulaw_" + format.rate();
      case ALAW -> "alaw_" + format.rate();
      case LINEAR16 -> "pcm_" + format.rate();
    };
  }

  /** The key stays out of logs. */
  @Override
  public String toString() {
    return "ElevenLabsAccount[" + model + " at " + base() + "]";
  }
}
