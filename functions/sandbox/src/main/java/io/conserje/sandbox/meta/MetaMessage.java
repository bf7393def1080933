package io.conserje.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A message as Meta knows it.
 *
 * @param number Meta's id of the house's number
 * @param guest digits of a number, or a business-scoped id
 * @param inbound whether the guest wrote it
 * @param content as it was posted, or as it was brought to the house
 */
public record MetaMessage(
    String id, String number, String guest, boolean inbound, JsonNode content, Instant at) {

  /** What the guest reads: a text, what stands over buttons, or a template's name. */
  public String body() {
    return switch (content.path("type").asText("text")) {
      case "interactive" -> content.path("interactive").path("body").path("text").asText();
      case "template" -> content.path("template").path("name").asText();
      default -> content.path("text").path("body").asText();
    };
  }
}
