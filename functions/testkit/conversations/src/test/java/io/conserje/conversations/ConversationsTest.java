package io.conserje.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every scenario, against the built-in model. The numbers only ever get better. */
class ConversationsTest {

  /** Of the worked part, in per cent: raised as the model gets better, never lowered. */
  private static final int FINISHED_WORKED = 98;

  private static final int MOST_WRONG_FACTS = 0;

  @Test
  void theBuiltInModelIsAsGoodAsItWas() {
    List<Played> played = Conversations.playSideBySide(Scenarios.read(""), Map.of());
    Report report = new Report("builtin", played, List.of());
    report.print(System.out, "");
    Map<String, List<Played>> splits = report.splits();

    List<Played> worked = splits.get("worked");
    long finished = worked.stream().filter(Played::finished).count();
    assertTrue(
        100 * finished >= FINISHED_WORKED * worked.size(),
        finished + " of " + worked.size() + " worked scenarios finished");
    assertTrue(splits.get("untouched").size() > 50, "the untouched part was played");
    assertEquals(MOST_WRONG_FACTS, Report.wrongFacts(played), "wrong facts said");
  }
}
