package io.conserje.stay.tools;

import io.conserje.conversation.ToolBox;
import io.conserje.stay.StayBook;
import java.util.List;

/** Everything a model may do with rooms. */
public final class StayTools {

  private StayTools() {}

  public static ToolBox over(StayBook book) {
    return new ToolBox(
        List.of(
            new QuoteStayTool(book),
            new HoldStayTool(book),
            new CreateStayTool(book),
            new FindStayTool(book),
            new ConfirmStayTool(book),
            new ChangeStayTool(book),
            new LateCheckOutTool(book),
            new EarlyCheckInTool(book),
            new CancelStayTool(book)));
  }
}
