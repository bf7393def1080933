package io.conserje.conversation.builtin;

import io.conserje.conversation.Step;
import io.conserje.conversation.ToolResult;
import java.util.function.Supplier;

/** What this turn has done, in the words of the book where it has any. */
record Done(Turn turn) {

  /** What this turn has changed in the book. */
  String told() {
    String told = "";
    for (Step step : turn.request().steps()) {
      for (ToolResult result : step.results()) {
        told = join(told, change(result));
      }
    }
    return told;
  }

  private String change(ToolResult result) {
    return switch (result.status()) {
      case "pending", "changed", "confirmed", "handed_over", "waiting", "left" ->
          Facts.text(result.content(), "say");
      case "booked" -> said(result, () -> booked(Found.of(result.content())));
      case "cancelled" -> said(result, () -> cancelled(Found.of(result.content())));
      default -> "";
    };
  }

  private String said(ToolResult result, Supplier<String> otherwise) {
    String said = Facts.text(result.content(), "say");
    return said.isEmpty() ? otherwise.get() : said;
  }

  private String booked(Found made) {
    return turn.say()
        .engine()
        .booked(made.at(), made.party(), made.name(), made.reference(), turn.venue().name());
  }

  private String cancelled(Found gone) {
    return turn.say().engine().cancelled(gone.at(), gone.party(), gone.reference());
  }

  private static String join(String first, String second) {
    return first.isEmpty() ? second : second.isEmpty() ? first : first + " " + second;
  }
}
