package io.conserje.voicenote;

import io.conserje.metrics.Metrics;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.SpokenReplies;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a reply said aloud and puts it where the provider fetches it, at an address nobody guesses.
 */
public final class SpeakReplies implements SpokenReplies {

  private static final Logger LOG = LoggerFactory.getLogger(SpeakReplies.class);

  /** A provider may have a queue of hours. */
  private static final Duration KEPT = Duration.ofHours(6);

  private static final Duration PATIENCE = Duration.ofSeconds(12);
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final int TOKEN_BYTES = 32;

  private final Speaker speaker;
  private final SoundReader reader;
  private final SavedSpeech saved;
  private final Supplier<String> publicBaseUrl;
  private final SecureRandom random;
  private final Metrics metrics;
  private final InstantSource clock;

  /**
   * @param publicBaseUrl where providers reach us
   */
  public SpeakReplies(
      Speaker speaker,
      SoundReader reader,
      SavedSpeech saved,
      Supplier<String> publicBaseUrl,
      SecureRandom random,
      Metrics metrics,
      InstantSource clock) {
    this.speaker = speaker;
    this.reader = reader;
    this.saved = saved;
    this.publicBaseUrl = publicBaseUrl;
    this.random = random;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public Optional<String> address(OutboundMessage reply) {
    Optional<String> token = saved.tokenOf(reply).or(() -> spoken(reply));
    metrics.count(
        "spoken_replies",
        1,
        Metrics.Label.of("outcome", token.isPresent() ? "spoken" : "not_spoken"));
    return token.map(t -> publicBaseUrl.get().replaceAll("/+$", "") + "/media/" + t);
  }

  private Optional<String> spoken(OutboundMessage reply) {
    Optional<byte[]> sound = speaker.say(reply.text(), PATIENCE).filter(this::isSpeech);
    if (sound.isEmpty()) {
      LOG.warn("Reply {} was not said aloud; the guest has its text.", reply.id());
    }
    return sound.map(bytes -> {
      String token = token();
      saved.save(reply, token, bytes, clock.instant().plus(KEPT));
      return token;
    });
  }

  private boolean isSpeech(byte[] bytes) {
    return reader
        .read(bytes, LONGEST)
        .filter(sound -> sound.contentType().equals("audio/ogg"))
        .filter(sound -> !sound.silent() && sound.length().compareTo(LONGEST) <= 0)
        .isPresent();
  }

  private String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
