package io.conserje.turns.webchat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.conserje.names.Variable;
import io.conserje.testkit.fuzz.Payload;
import io.conserje.testkit.fuzz.StrictJson;
import io.conserje.testkit.fuzz.Target;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a page of the house sends; nobody signs it, and anybody may send it. */
record WebChatTarget(Chat chat, List<Payload> samples) implements Target {

  /** One guest writes all of it, without a limit. */
  static WebChatTarget of(Chat chat) {
    chat.house.environment.put(Variable.WEBCHAT_PER_MINUTE_ADDRESS, "0");
    chat.house.environment.put(Variable.WEBCHAT_LOOKS_PER_MINUTE_ADDRESS, "0");
    return new WebChatTarget(chat, Payload.in(Path.of("../../events/webchat/good")));
  }

  @Override
  public String name() {
    return "webchat";
  }

  @Override
  public RequestStreamHandler function() {
    return chat.function;
  }

  @Override
  public Payload numbered(Payload sample, int number) {
    return sample.with(
        sample
            .text()
            .replace("\"text\": \"", "\"text\": \"#" + number + " ")
            .replace("0b7a5c1e-", number + "-"));
  }

  @Override
  public Payload signed(Payload payload) {
    return payload;
  }

  /** A text to the house, said to be JSON, and nothing in it that is no such thing. */
  @Override
  public boolean mustBeTaken(Payload payload) {
    Map<String, Object> message = message(payload);
    return "application/json".equals(payload.headers().get("content-type"))
        && "restaurante".equals(message.get("venue"))
        && message.get("text") instanceof String text
        && text.length() <= 4_000
        && text.matches("(?s).*[A-Za-z0-9].*")
        && absent(message, "conversation")
        && matches(message, "messageId", "[\\x21-\\x7e]{1,100}")
        && matches(message, "language", "[A-Za-z]{2,3}(-[A-Za-z]{2})?");
  }

  private static Map<String, Object> message(Payload payload) {
    return payload.path().equals(Chat.PATH)
        ? StrictJson.object(payload.body()).orElse(Map.of())
        : Map.of();
  }

  private static boolean absent(Map<String, Object> message, String name) {
    return message.get(name) == null;
  }

  private static boolean matches(Map<String, Object> message, String name, String pattern) {
    return absent(message, name)
        || message.get(name) instanceof String text && text.matches(pattern);
  }

  /** The number of a text. */
  @Override
  public Set<String> tells(Payload payload) {
    String text = message(payload).get("text") instanceof String said ? said : "";
    String number = text.split(" ", 2)[0];
    return number.matches("#\\d+") ? Set.of(number) : Set.of();
  }

  @Override
  public Collection<String> kept() {
    return chat.house.all("SELECT split_part(body, ' ', 1) FROM messages WHERE sender = 'guest'");
  }
}
