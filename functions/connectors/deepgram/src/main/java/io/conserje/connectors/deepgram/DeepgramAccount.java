package io.conserje.connectors.deepgram;

import io.conserje.names.Variable;
import io.conserje.speech.SpeechRecognizer.Wishes;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who asks Deepgram, where, and for what.
 *
 * @param apiKey blank where none is set up
 * @param baseUrl in place of Deepgram's own; blank for {@code wss://api.deepgram.com}
 */
public record DeepgramAccount(String apiKey, String baseUrl, String model) {

  private static final String DEEPGRAM = "wss://api.deepgram.com";
  private static final String USUAL_MODEL = "nova-3";

  /** Deepgram refuses a request with too many of them. */
  private static final int MOST_TERMS = 50;

  /**
   * After this much silence its words are for good, whatever anybody asked for. It decides no turn:
   * that is up to whoever knows what was asked.
   */
  private static final int ENDPOINTING_MS = 300;

  /** Shorter makes no sense: it looks once a second. */
  private static final int UTTERANCE_END_MS = 1000;

  /**
   * @param settings finds a value by its name
   */
  public static DeepgramAccount from(Function<String, Optional<String>> settings) {
    return new DeepgramAccount(
        settings.apply(Variable.DEEPGRAM_API_KEY).orElse("").strip(),
        settings.apply(Variable.DEEPGRAM_BASE_URL).orElse("").strip(),
        settings.apply(Variable.DEEPGRAM_MODEL).orElse(USUAL_MODEL).strip());
  }

  boolean isThere() {
    return !apiKey.isBlank();
  }

  Map<String, String> headers() {
    return Map.of("Authorization", "Token " + apiKey);
  }

  /** Models of this family tell turns, and are asked elsewhere. */
  boolean isFlux() {
    return model.startsWith("flux-");
  }

  URI listen(Wishes wishes) {
    return isFlux() ? turns(wishes) : words(wishes);
  }

  /** Eager ends of turns are not asked for: nobody begins an answer that may be taken back. */
  private URI turns(Wishes wishes) {
    StringBuilder address = new StringBuilder(base()).append("/v2/listen?");
    address.append("model=").append(encoded(model));
    add(address, "encoding", encoding(wishes));
    add(address, "sample_rate", wishes.format().rate());
    if (model.endsWith("-multi")) {
      wishes.languages().stream()
          .map(Locale::getLanguage)
          .distinct()
          .forEach(language -> add(address, "language_hint", language));
    }
    addTerms(address, wishes);
    return URI.create(address.toString());
  }

  /** Without {@code language} it would hear English, and say nothing about it. */
  private URI words(Wishes wishes) {
    StringBuilder address = new StringBuilder(base()).append("/v1/listen?");
    address.append("model=").append(encoded(model));
    add(address, "language", language(wishes.languages()));
    add(address, "encoding", encoding(wishes));
    add(address, "sample_rate", wishes.format().rate());
    add(address, "channels", 1);
    add(address, "interim_results", true);
    add(address, "endpointing", ENDPOINTING_MS);
    add(address, "utterance_end_ms", UTTERANCE_END_MS);
    add(address, "vad_events", true);
    add(address, "smart_format", true);
    addTerms(address, wishes);
    return URI.create(address.toString());
  }

  private static void addTerms(StringBuilder address, Wishes wishes) {
    wishes.terms().stream().limit(MOST_TERMS).forEach(term -> add(address, "keyterm", term));
  }

  private String base() {
    return baseUrl.isBlank() ? DEEPGRAM : baseUrl.replaceAll("/+$", "");
  }

  private static String encoding(Wishes wishes) {
    return wishes.format().encoding().name().toLowerCase(Locale.ROOT);
  }

  /** Spanish is said differently on both sides of the sea; {@code multi} hears several at once. */
  private static String language(List<Locale> languages) {
    if (languages.stream().map(Locale::getLanguage).distinct().count() > 1) {
      return "multi";
    }
    Locale one = languages.getFirst();
    boolean america =
        one.getLanguage().equals("es") && !List.of("", "ES").contains(one.getCountry());
    return america ? "es-419" : one.getLanguage();
  }

  private static void add(StringBuilder address, String name, Object value) {
    address.append('&').append(name).append('=').append(encoded(String.valueOf(value)));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The key stays out of logs. */
  @Override
  public String toString() {
    return "DeepgramAccount[" + model + " at " + base() + "]";
  }
}
