package io.conserje.waitlist.tools;

import io.conserje.conversation.ToolBox;
import io.conserje.waitlist.JoinWaitlist;
import io.conserje.waitlist.LeaveWaitlist;
import java.util.List;

/** Everything a model may do with the waitlist. */
public final class WaitlistTools {

  private WaitlistTools() {}

  public static ToolBox over(JoinWaitlist join, LeaveWaitlist leave) {
    return new ToolBox(List.of(new JoinWaitlistTool(join), new LeaveWaitlistTool(leave)));
  }
}
