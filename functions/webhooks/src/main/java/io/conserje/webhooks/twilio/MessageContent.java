package io.conserje.webhooks.twilio;

import io.conserje.connectors.lambda.FormFields;
import io.conserje.inbound.Pressed;
import io.conserje.webhooks.MediaKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What came in a WhatsApp message: text, a pressed button, a picture, a place … The set of kinds is
 * open.
 */
final class MessageContent {

  private static final Set<String> PRESSED = Set.of("button", "interactive");

  /** Words that Twilio has obeyed and answered by itself ("Advanced Opt-Out"). */
  private static final Set<String> OPT_OUT = Set.of("stop", "start", "help");

  private static final int MOST_MEDIA = 10;

  private MessageContent() {}

  /** For a place what it is called; for a button its words, and which booking it is about. */
  static String text(FormFields form) {
    String text =
        Stream.of("ButtonText", "Body", "ListTitle")
            .filter(form::has)
            .findFirst()
            .map(form::text)
            .orElse("");
    if (text.isEmpty() && form.has("Latitude")) {
      return Stream.of("Label", "Address")
          .filter(form::has)
          .map(form::text)
          .collect(Collectors.joining(", "));
    }
    return Pressed.words(text, form.text(form.has("ButtonPayload") ? "ButtonPayload" : "ListId"));
  }

  static String kind(FormFields form) {
    String optOut = form.text("OptOutType").toLowerCase(Locale.ROOT);
    if (OPT_OUT.contains(optOut)) {
      return optOut;
    }
    String type = form.text("MessageType").toLowerCase(Locale.ROOT);
    if (form.has("ButtonPayload") || form.has("ListId") || PRESSED.contains(type)) {
      return "button";
    }
    if (!type.isBlank()) {
      return type;
    }
    return form.has("Latitude") ? "location" : MediaKind.of(form.text("MediaContentType0"));
  }

  /** The addresses of pictures and voice notes; for a place its {@code geo:} URI. */
  static List<String> media(FormFields form) {
    Stream<String> files =
        IntStream.range(0, MOST_MEDIA)
            .mapToObj(i -> "MediaUrl" + i)
            .filter(form::has)
            .map(form::text);
    return Stream.concat(files, place(form)).toList();
  }

  private static Stream<String> place(FormFields form) {
    return form.has("Latitude") && form.has("Longitude")
        ? Stream.of("geo:" + form.text("Latitude") + "," + form.text("Longitude"))
        : Stream.empty();
  }
}
