package io.conserje.turns.voice;

import io.conserje.call.AnswerCall.Answer.ByAssistant;
import io.conserje.call.CallPlace;
import io.conserje.call.StreamToken;
import io.conserje.connectors.twilio.Twiml;
import io.conserje.venue.Correspondence.Telephone;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Where the sound of a call is brought, and what is told there before the first word. */
final class SoundHost {

  private final Supplier<Optional<String>> voiceUrl;
  private final Supplier<String> key;
  private final Supplier<String> nonces;
  private final CallTwiml twiml;
  private final InstantSource clock;

  /**
   * @param voiceUrl {@code https://…} or {@code wss://…}; empty while there is no such host
   * @param key signs the address
   * @param nonces a new one each time
   */
  SoundHost(
      Supplier<Optional<String>> voiceUrl,
      Supplier<String> key,
      Supplier<String> nonces,
      CallTwiml twiml,
      InstantSource clock) {
    this.voiceUrl = voiceUrl;
    this.key = key;
    this.nonces = nonces;
    this.twiml = twiml;
    this.clock = clock;
  }

  /** Empty while there is none. */
  Optional<Twiml> connect(CallPlace place, ByAssistant by) {
    return voiceUrl.get().map(url -> twiml.connect(noun(url, place, by)));
  }

  private Twiml noun(String url, CallPlace place, ByAssistant by) {
    boolean relay = by.venue().correspondence().telephone() == Telephone.RELAY;
    String token =
        StreamToken.of(place.callId(), by.venue().id().value(), nonces.get(), clock.instant())
            .signed(key.get());
    String address = socket(url) + "/voice/twilio/" + (relay ? "relay" : "stream") + "/" + token;
    Twiml noun = relay ? twiml.relay(address, by) : twiml.stream(address);
    parameters(place, by)
        .forEach((name, value) ->
            noun.add(Twiml.of("Parameter").with("name", name).with("value", value)));
    return noun;
  }

  /** A query in the address would be dropped. */
  private static Map<String, String> parameters(CallPlace place, ByAssistant by) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("call", place.callId());
    parameters.put("venue", by.venue().id().value());
    parameters.put("from", place.caller());
    parameters.put("to", place.houseAddress());
    parameters.put("language", by.language().toLanguageTag());
    parameters.values().removeIf(String::isEmpty);
    return parameters;
  }

  private static String socket(String url) {
    return url.replaceAll("/+$", "").replaceFirst("^http", "ws");
  }
}
