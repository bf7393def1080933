package io.conserje.knowledge.tools;

import io.conserje.conversation.ToolBox;
import io.conserje.knowledge.Knowledge;
import io.conserje.knowledge.UnansweredQuestions;
import java.util.List;

/** Everything a model may ask about the house. */
public final class KnowledgeTools {

  private KnowledgeTools() {}

  public static ToolBox over(Knowledge knowledge, UnansweredQuestions unanswered) {
    return new ToolBox(List.of(new GetHouseInfoTool(knowledge, unanswered)));
  }
}
