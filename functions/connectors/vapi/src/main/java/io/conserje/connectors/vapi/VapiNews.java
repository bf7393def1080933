package io.conserje.connectors.vapi;

import io.conserje.call.CallEvent;
import io.conserje.call.CallLine;
import io.conserje.call.CallState;
import io.conserje.connectors.json.Cut;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.OpenWord;
import io.conserje.connectors.json.Part;
import java.util.Optional;
import java.util.Set;

/** VAPI's informational messages as news of a call. */
public final class VapiNews {

  /** Said many times a second, and nothing in it that is not said again by the rest. */
  private static final Set<String> CHATTER =
      Set.of(
          "conversation-update",
          "speech-update",
          "model-output",
          "voice-input",
          "assistant.speechStarted",
          "voice-request",
          "call.endpointing.request");

  private static final int LONGEST_REASON = 200;

  private final VapiReports reports;

  public VapiNews(OpenJson json) {
    this.reports = new VapiReports(json);
  }

  /** Empty for what is not worth keeping. */
  public Optional<CallEvent> of(VapiMessage message) {
    String type = message.type();
    if (CHATTER.contains(type)) {
      return Optional.empty();
    }
    Part body = message.body();
    return switch (type) {
      case "status-update" -> Optional.of(status(message));
      case "end-of-call-report" ->
          Optional.of(news(message, type).reporting(reports.of(body, message.at())));
      case "transcript" -> line(message);
      case "language-change-detected" -> Optional.of(language(message));
      case "transfer-update" ->
          Optional.of(
              once(message)
                  .with(CallState.FORWARDING, "")
                  .forwarding(cut(body.at("destination").firstText("number", "sipUri"))));
      default -> Optional.of(once(message));
    };
  }

  private static CallEvent news(VapiMessage message, String name) {
    return CallEvent.of(
        message.place(),
        name,
        OpenWord.of(message.type()),
        message.at(),
        message.receivedAt(),
        message.correlation());
  }

  /** Of these there are many in a call; the same bytes are the same one. */
  private static CallEvent once(VapiMessage message) {
    return news(message, OpenWord.of(message.type()) + ":" + message.digest());
  }

  private static CallEvent status(VapiMessage message) {
    String status = OpenWord.of(message.body().text("status"));
    CallState state = CallState.of(status.replace('-', '_')).orElse(null);
    String reason = state == CallState.ENDED ? cut(message.body().text("endedReason")) : "";
    return news(message, "status-update:" + status).with(state, reason);
  }

  private static Optional<CallEvent> line(VapiMessage message) {
    Part body = message.body();
    String said = body.text("transcript").strip();
    boolean whole =
        body.text("type").contains("final") || body.text("transcriptType").equals("final");
    if (!whole || said.isEmpty()) {
      return Optional.empty();
    }
    boolean byGuest = body.text("role").equals("user");
    return Optional.of(
        once(message).saying(new CallLine(byGuest, Cut.to(said, Longest.LINE), message.at())));
  }

  private static CallEvent language(VapiMessage message) {
    String tag = message.body().text("language");
    boolean readable = tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}");
    return readable ? once(message).inLanguage(tag) : once(message);
  }

  private static String cut(String text) {
    return Cut.to(text.strip(), LONGEST_REASON);
  }
}
