package io.conserje.voicenote;

import io.conserje.outbound.OutboundMessage;
import java.time.Instant;
import java.util.Optional;

/** Replies that were said aloud, kept as long as whoever carries them fetches them. */
public interface SavedSpeech {

  /** By what name a reply's sound is fetched; empty while it has none. */
  Optional<String> tokenOf(OutboundMessage reply);

  /**
   * @param token whoever has it may fetch the sound, without any other key
   */
  void save(OutboundMessage reply, String token, byte[] sound, Instant until);

  /** Empty for a token that is not known, or not any more. */
  Optional<byte[]> byToken(String token, Instant now);
}
