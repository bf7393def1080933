package io.conserje.handoff.tools;

import io.conserje.conversation.ToolBox;
import io.conserje.handoff.CallPerson;
import java.util.List;

/** How a model gives something to a person. */
public final class HandoffTools {

  private HandoffTools() {}

  public static ToolBox over(CallPerson person) {
    return new ToolBox(List.of(new HandToPersonTool(person), new TakeMessageTool(person)));
  }
}
