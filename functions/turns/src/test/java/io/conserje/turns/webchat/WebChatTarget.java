package io.conserje.turns.webchat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.conserje.names.Variable;
import io.conserje.testkit.fuzz.Payload;
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

  /** The number of a text that somebody who writes well can read. */
  @Override
  public Set<String> tells(Payload payload) {
    try {
      Map<?, ?> message = Payload.map(payload.text());
      String number = message.get("text").toString().split(" ", 2)[0];
      return number.matches("#\\d+") ? Set.of(number) : Set.of();
    } catch (RuntimeException notSoWritten) {
      return Set.of();
    }
  }

  @Override
  public Collection<String> kept() {
    return chat.house.all("SELECT split_part(body, ' ', 1) FROM messages WHERE sender = 'guest'");
  }
}
