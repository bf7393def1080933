package io.conserje.conversation;

import java.util.List;

/**
 * A step of a turn: what the model answered and what its tool calls gave.
 *
 * @param seenUpTo the position of the last guest message the model had seen
 * @param results one per call, in order; shorter while calls are still to be run
 */
public record Step(int number, long seenUpTo, ModelAnswer answer, List<ToolResult> results) {

  public Step {
    results = List.copyOf(results);
  }
}
