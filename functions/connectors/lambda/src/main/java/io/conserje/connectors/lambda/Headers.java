package io.conserje.connectors.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.HashMap;
import java.util.Map;

/** Whether the headers of an event could have come by HTTP at all. */
final class Headers {

  private Headers() {}

  static boolean wellFormed(APIGatewayV2HTTPEvent event) {
    Map<String, String> headers = event.getHeaders() == null ? Map.of() : event.getHeaders();
    return headers.values().stream().allMatch(Headers::wellFormed);
  }

  private static boolean wellFormed(String value) {
    return value == null
        || (!value.startsWith(" ")
            && !value.startsWith("\t")
            && value.chars().noneMatch(c -> (c < ' ' && c != '\t') || c == 0x7F));
  }

  /**
   * Without what form the caller would like its answer in. Every answer has one form; an event that
   * was refused for that, with 406, would be lost.
   */
  static APIGatewayV2HTTPEvent withoutWishes(APIGatewayV2HTTPEvent event) {
    if (event.getHeaders() != null) {
      Map<String, String> others = new HashMap<>(event.getHeaders());
      if (others.keySet().removeIf("accept"::equalsIgnoreCase)) {
        event.setHeaders(others);
      }
    }
    return event;
  }
}
