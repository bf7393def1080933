package io.conserje.connectors.elevenlabs;

import io.conserje.connectors.json.Part;
import io.conserje.connectors.websocket.SocketClosed;
import io.conserje.speech.SpeechFailure;
import java.util.Set;

/** What ElevenLabs' refusals mean. */
final class ElevenLabsTrouble {

  /** For a person to put right. */
  private static final Set<String> LASTING =
      Set.of(
          "invalid_api_key",
          "quota_exceeded",
          "voice_not_found",
          "only_for_creator+",
          "missing_permissions",
          "detected_unusual_activity",
          "invalid_input_message");

  private ElevenLabsTrouble() {}

  /** What it says on an open socket before it closes it. The message may repeat the text: left out. */
  static SpeechFailure said(Part message) {
    String error = message.text("error");
    return new SpeechFailure(!LASTING.contains(error), error);
  }

  static SpeechFailure of(SocketClosed why) {
    boolean refused = why.status() >= 400 && why.status() < 500 && why.status() != 429;
    boolean lasting = LASTING.stream().anyMatch(why.reason()::contains);
    String kind = why.status() > 0 ? "refused with " + why.status() : "closed with " + why.code();
    return new SpeechFailure(!refused && !lasting, kind);
  }
}
