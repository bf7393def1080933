package io.conserje.turns.webchat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.conserje.webchat.ChatLine;
import io.conserje.webchat.WebChat.Heard;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What a page gets.
 *
 * @param conversation to be sent with the next message
 * @param pending whether the answer is still being made: fetch it in a moment
 */
@Serdeable
record Lines(String conversation, List<Line> messages, boolean pending) {

  /**
   * @param from {@code house} or {@code person}
   * @param at an instant, ISO 8601
   * @param choices answers to be sent as they stand when they are touched; left out for none
   */
  @Serdeable
  record Line(
      String id,
      String from,
      String text,
      String at,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> choices) {

    static Line of(ChatLine line) {
      return new Line(
          line.id(),
          line.byPerson() ? "person" : "house",
          line.text(),
          line.at().toString(),
          line.choices());
    }
  }

  static Lines of(Heard.Lines heard) {
    return new Lines(
        heard.conversation(), heard.lines().stream().map(Line::of).toList(), heard.pending());
  }
}
