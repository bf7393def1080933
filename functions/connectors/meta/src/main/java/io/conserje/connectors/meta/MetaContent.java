package io.conserje.connectors.meta;

import io.conserje.connectors.json.Cut;
import io.conserje.connectors.json.Part;
import io.conserje.inbound.Pressed;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came in a message: text, a pressed button, a picture, a place … The set of types is open,
 * and what each holds stands in an object of its name.
 *
 * @param number Meta's id of our number it was sent to
 */
record MetaContent(Part message, String number) {

  private static final String UNSUPPORTED = "unsupported";
  private static final Set<String> FILES = Set.of("image", "audio", "video", "document", "sticker");

  /** Words that mean something else in this house than a type of Meta's would. */
  private static final Set<String> TAKEN = Set.of("stop", "start", "help");

  private static final List<String> HELD =
      List.of(
          "text",
          "interactive",
          "button",
          "audio",
          "image",
          "video",
          "document",
          "sticker",
          "location",
          "reaction");

  /** Whether the house may ring the guest: nothing was said. */
  private static final String PERMISSION = "call_permission_reply";

  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_KIND = 40;
  private static final int LONGEST_ID = 500;

  private String type() {
    String type = named().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "");
    return type.isEmpty() || TAKEN.contains(type) ? UNSUPPORTED : Cut.to(type, LONGEST_KIND);
  }

  /** As the message says; where it does not, what it holds. */
  private String named() {
    String type = message.text("type");
    return type.isBlank()
        ? HELD.stream().filter(name -> !message.at(name).fields().isEmpty()).findFirst().orElse("")
        : type;
  }

  private Part body() {
    return message.at(named());
  }

  String kind() {
    return switch (type()) {
      case "button" -> "button";
      case "interactive" -> interactive();
      case "edit" -> edited().isEmpty() ? "edit" : "text";
      default -> type();
    };
  }

  private String interactive() {
    if (!pressed().fields().isEmpty()) {
      return "button";
    }
    return body().has(PERMISSION) ? PERMISSION : "interactive";
  }

  String text() {
    String text =
        switch (type()) {
          case "text" -> body().text("body");
          case "button" -> Pressed.words(body().text("text"), body().text("payload"));
          case "interactive" -> Pressed.words(pressed().text("title"), pressed().text("id"));
          case "reaction" -> body().text("emoji");
          case "location" -> place();
          case "edit" -> edited();
          case UNSUPPORTED, "contacts", "revoke" -> "";
          default -> body().firstText("caption", "body", "text");
        };
    return Cut.to(text, LONGEST_TEXT);
  }

  /** A choice of ours that was taken; nothing for forms and permissions. */
  private Part pressed() {
    return Stream.of("button_reply", "list_reply")
        .map(reply -> message.at("interactive").at(reply))
        .filter(reply -> !reply.fields().isEmpty())
        .findFirst()
        .orElseGet(() -> message.at("interactive").at("button_reply"));
  }

  /** What a message says after it was put right; where that stands is not settled yet. */
  private String edited() {
    return Stream.of(body().at("message").at("text"), body().at("text"), message.at("text"), body())
        .map(part -> part.text("body"))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  private String place() {
    return Stream.of("name", "address")
        .map(body()::text)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  /** For a picture or a voice note where it is fetched; for a place its {@code geo:} URI. */
  List<String> media() {
    if (FILES.contains(type()) && body().has("id")) {
      return List.of(MetaMedia.address(number, Cut.to(body().text("id"), LONGEST_ID)));
    }
    if (type().equals("location") && body().has("latitude") && body().has("longitude")) {
      return List.of("geo:" + body().text("latitude") + "," + body().text("longitude"));
    }
    return List.of();
  }

  /** The message of ours it is an answer to, or a thumb under; null for none. */
  String repliesTo() {
    String context = message.at("context").text("id");
    String about = context.isEmpty() ? body().text("message_id") : context;
    return about.isEmpty() ? null : Cut.to(about, LONGEST_ID);
  }
}
