package io.conserje.reservation.tools;

import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.conversation.Wordings;
import io.conserje.reservation.FindTable;
import io.conserje.reservation.ToTell;
import io.conserje.reservation.Wish;
import java.util.List;
import java.util.Map;

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
    FindTable.Found found = find.ask(wish);
    return Tool.result(
        call,
        found.refused() == null
            ? free(wish, found.tell(), context)
            : Facts.refused(found.refused(), context));
  }

  private static Map<String, Object> free(Wish wish, ToTell tell, Context context) {
    Map<String, Object> facts = Facts.of("free", wish.at(), wish.party().size());
    String told = Wordings.in(context.language()).told(tell);
    if (!told.isEmpty()) {
      facts.put("tell", told);
    }
    return facts;
  }
}
