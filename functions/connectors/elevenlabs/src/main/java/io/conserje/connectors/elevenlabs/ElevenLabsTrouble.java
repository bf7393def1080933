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

  /**
   * What it says on an open socket before it closes it. The message may repeat the text: left out.
   */
  static SpeechFailure said(Part message) {
    String error = message.text("error");
    return new SpeechFailure(!LASTING.contains(error), error);
  }

  static SpeechFailure of(SocketClosed why) {
    if (why.status() > 0) {
      String known = LASTING.stream().filter(why.reason()::contains).findFirst().orElse("");
      return ofStatus(why.status(), known);
    }
    boolean lasting = LASTING.stream().anyMatch(why.reason()::contains);
    return new SpeechFailure(!lasting, "closed with " + why.code());
  }

  /**
   * @param code as it names the trouble; empty where it does not
   */
  static SpeechFailure ofStatus(int status, String code) {
    boolean refused = status >= 400 && status < 500 && status != 429;
    return new SpeechFailure(
        !refused && !LASTING.contains(code), ("refused with " + status + " " + code).strip());
  }
}
