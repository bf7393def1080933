package io.conserje.connectors.deepgram;

import io.conserje.connectors.websocket.SocketClosed;
import io.conserje.speech.SpeechFailure;

/** What Deepgram's refusals and farewells mean. */
final class DeepgramTrouble {

  private static final String WHY = "dg-error";

  private DeepgramTrouble() {}

  /**
   * A wrong key, an empty account and a request it does not understand are for a person to put
   * right; that there are too many at once passes. Documents disagree about the code for sound that
   * cannot be decoded, so its name counts.
   */
  static SpeechFailure of(SocketClosed why) {
    boolean refused = why.status() >= 400 && why.status() < 500 && why.status() != 429;
    boolean undecodable = why.reason().contains("DATA-0000");
    String reason = why.told() + " " + why.headers().getOrDefault(WHY, "");
    return new SpeechFailure(!refused && !undecodable, reason.strip());
  }
}
