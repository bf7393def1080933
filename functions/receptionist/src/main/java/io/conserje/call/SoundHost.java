package io.conserje.call;

import io.conserje.venue.Venue;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Where the sound of a call is brought, and what is told there before the first word. */
public final class SoundHost {

  private final Supplier<Optional<String>> voiceUrl;
  private final Supplier<String> key;
  private final Supplier<String> nonces;
  private final InstantSource clock;

  /**
   * @param voiceUrl {@code https://…} or {@code wss://…}; empty while there is no such host
   * @param key signs the address
   * @param nonces a new one each time
   */
  public SoundHost(
      Supplier<Optional<String>> voiceUrl,
      Supplier<String> key,
      Supplier<String> nonces,
      InstantSource clock) {
    this.voiceUrl = voiceUrl;
    this.key = key;
    this.nonces = nonces;
    this.clock = clock;
  }

  /**
   * @param address of a WebSocket, good for one call, once
   * @param parameters for what begins the stream: a query in the address would be dropped
   */
  public record Sound(String address, Map<String, String> parameters) {}

  /**
   * @param path before the token, for example {@code /voice/twilio/stream/}
   * @return empty while there is no such host
   */
  public Optional<Sound> of(CallPlace place, Venue venue, Locale language, String path) {
    return voiceUrl
        .get()
        .map(url ->
            new Sound(
                socket(url) + path + token(place, venue), parameters(place, venue, language)));
  }

  private String token(CallPlace place, Venue venue) {
    return StreamToken.of(place.callId(), venue.id().value(), nonces.get(), clock.instant())
        .signed(key.get());
  }

  private static Map<String, String> parameters(CallPlace place, Venue venue, Locale language) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("call", place.callId());
    parameters.put("venue", venue.id().value());
    parameters.put("from", place.caller());
    parameters.put("to", place.houseAddress());
    parameters.put("language", language.toLanguageTag());
    parameters.values().removeIf(String::isEmpty);
    return parameters;
  }

  private static String socket(String url) {
    return url.replaceAll("/+$", "").replaceFirst("^http", "ws");
  }
}
