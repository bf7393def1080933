package io.conserje.connectors.silero;

import static io.conserje.connectors.silero.Message.constant;
import static io.conserje.connectors.silero.Message.node;

import java.util.List;

/**
 * A model file with Silero's inputs and outputs, written here: it thinks that somebody speaks as
 * long as it is loud, and remembers the last windows as Silero does, by what it is given back.
 */
final class SmallModel {

  private SmallModel() {}

  /**
   * stateN = state / 2 + 10 · mean(|input|); output = mean(stateN) / 2, a hair more by the rate.
   */
  static byte[] file() {
    return file(1e-8f);
  }

  /** The same for any rate. */
  static byte[] deafToRate() {
    return file(0);
  }

  private static byte[] file(float rate) {
    Message graph =
        new Message()
            .add(1, node("Abs", List.of("input"), "loud"))
            .add(1, mean("loud", "mean", 1))
            .add(1, node("Mul", List.of("mean", "ten"), "louder"))
            .add(1, node("Mul", List.of("state", "half"), "before"))
            .add(1, node("Add", List.of("before", "louder"), "stateN"))
            .add(1, mean("stateN", "remembered", 0, 1))
            .add(1, mean("remembered", "all", 2))
            .add(1, node("Mul", List.of("all", "half"), "some"))
            .add(1, node("Cast", List.of("sr"), "rate").withOne("to", Message.FLOAT))
            .add(1, node("Mul", List.of("rate", "little"), "hair"))
            .add(1, node("Add", List.of("some", "hair"), "more"))
            .add(1, node("Reshape", List.of("more", "shape"), "output"))
            .add(5, constant("ten", new float[] {10}))
            .add(5, constant("half", new float[] {0.5f}))
            .add(5, constant("little", new float[] {rate}))
            .add(5, constant("shape", new long[] {1, 1}));
    return Message.model(graph, "small");
  }

  private static Message mean(String input, String output, int... axes) {
    return node("ReduceMean", List.of(input), output).with("axes", axes);
  }
}
