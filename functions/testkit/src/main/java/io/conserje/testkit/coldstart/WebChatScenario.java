package io.conserje.testkit.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;

/** A guest's first message, answered in words. */
final class WebChatScenario implements Scenario {

  @Override
  public First first(World world, int run) {
    return new First(
        message("¿Tenéis mesa para 2 mañana a las 21:00?"),
        answer -> Answer.contains(answer, "\\\"pending\\\":false"));
  }

  @Override
  public List<byte[]> training(int run) {
    return List.of(message("Hello"), message("A table for four, please"));
  }

  private static byte[] message(String text) {
    String body = "{\"venue\":\"restaurante\",\"text\":\"" + text + "\"}";
    return ApiGatewayEvent.post(
        "/webchat/messages", "application/json", Map.of(), body.getBytes(UTF_8));
  }
}
