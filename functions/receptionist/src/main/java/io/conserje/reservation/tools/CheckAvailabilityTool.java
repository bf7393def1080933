package io.conserje.reservation.tools;

import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.reservation.FindTable;
import io.conserje.reservation.Wish;
import java.util.List;

/** {@code check_availability}: is there a table? Nothing is kept. */
public final class CheckAvailabilityTool implements Tool {

  private static final ToolSpec SPEC =
      new ToolSpec(
          "check_availability",
          "Says whether a table is free, and if not, why and what is free instead.",
          List.of(
              Facts.DATE,
              Facts.TIME,
              Facts.PARTY,
              Facts.ZONE,
              Facts.HIGH_CHAIRS,
              Facts.PETS,
              Facts.WHEELCHAIR));

  private final FindTable find;

  public CheckAvailabilityTool(FindTable find) {
    this.find = find;
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Wish wish = Facts.wish(call, context);
    return Tool.result(
        call,
        find.refusal(wish)
            .map(refused -> Facts.refused(refused, context))
            .orElseGet(() -> Facts.of("free", wish.at(), wish.party().size())));
  }
}
