package io.conserje.reservation.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.conversation.Wordings;
import io.conserje.reservation.FindTable;
import io.conserje.reservation.ToTell;
import io.conserje.reservation.Wish;
import java.util.Map;

/** {@code check_availability}: is there a table? Nothing is kept. */
public final class CheckAvailabilityTool implements Tool {

  private static final Arguments<AskedTable> ASKED = Arguments.of(AskedTable.class);

  private static final ToolSpec SPEC =
      new ToolSpec(
          "check_availability",
          "Says whether a table is free, and if not, why and what is free instead.",
          ASKED);

  private final FindTable find;

  public CheckAvailabilityTool(FindTable find) {
    this.find = find;
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public boolean onlyLooks(ToolCall call) {
    return true;
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Wish wish = ASKED.read(call).wish(context);
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
