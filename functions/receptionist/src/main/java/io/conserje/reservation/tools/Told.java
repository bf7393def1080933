package io.conserje.reservation.tools;

import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.Wording;
import io.conserje.conversation.Wordings;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.reservation.Reservation;
import java.util.Map;

/**
 * What a verb of the book answered, as a tool's result: the facts, and what the guest must hear.
 */
final class Told {

  private Told() {}

  /** Says one thing of a reservation in the guest's language. */
  interface Sentence {
    String of(Reservation reservation, Wording wording);
  }

  static ToolResult result(
      ToolCall call, Tool.Context context, Outcome outcome, String status, Sentence sentence) {
    return switch (outcome) {
      case Done done -> done(call, context, done, status, sentence);
      case Refused refused -> Tool.result(call, Facts.refused(refused, context));
    };
  }

  private static ToolResult done(
      ToolCall call, Tool.Context context, Done done, String status, Sentence sentence) {
    Wording wording = Wordings.in(context.language());
    String said =
        (sentence.of(done.reservation(), wording) + " " + wording.told(done.tell())).strip();
    Map<String, Object> facts = Facts.of(status, done.reservation(), context.venue());
    facts.put("say", said);
    return new ToolResult(call.id(), call.name(), facts, said);
  }
}
