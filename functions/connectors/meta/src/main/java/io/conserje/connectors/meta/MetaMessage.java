package io.conserje.connectors.meta;

import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.OutboundMessage.Content;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A message as Meta takes it. */
final class MetaMessage {

  private MetaMessage() {}

  static Map<String, Object> of(OutboundMessage message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("messaging_product", "whatsapp");
    body.put("recipient_type", "individual");
    body.putAll(guest(message.guestAddress()));
    body.putAll(content(message));
    body.put("biz_opaque_callback_data", message.id().toString());
    return body;
  }

  /** A number without its plus, or whatever WhatsApp gave in place of one. */
  private static Map<String, Object> guest(String address) {
    return address.matches("\\+\\d+")
        ? Map.of("to", address.substring(1))
        : Map.of("recipient", address);
  }

  private static Map<String, Object> content(OutboundMessage message) {
    if (message.speech() != null) {
      return Map.of("type", "audio", "audio", Map.of("link", message.speech().address()));
    }
    if (message.content() != null) {
      return Map.of("type", "template", "template", template(message.content()));
    }
    return MetaChoices.of(message.text(), message.choices(), language(message))
        .<Map<String, Object>>map(
            interactive -> Map.of("type", "interactive", "interactive", interactive))
        .orElseGet(() -> text(message.text()));
  }

  private static Map<String, Object> text(String text) {
    return Map.of("type", "text", "text", Map.of("preview_url", false, "body", text));
  }

  /** Of the word over a list; none where nobody has said. */
  private static Locale language(OutboundMessage message) {
    return Locale.forLanguageTag(message.about().getOrDefault("language", ""));
  }

  private static Map<String, Object> template(Content content) {
    Map<String, Object> template = new LinkedHashMap<>();
    template.put("name", content.name());
    template.put("language", Map.of("code", content.language().toLanguageTag().replace('-', '_')));
    if (!content.variables().isEmpty()) {
      List<Map<String, String>> parameters =
          content.variables().entrySet().stream()
              .sorted(Comparator.comparing(variable -> Codes.of(variable.getKey())))
              .map(variable -> Map.of("type", "text", "text", variable.getValue()))
              .toList();
      template.put("components", List.of(Map.of("type", "body", "parameters", parameters)));
    }
    return template;
  }
}
