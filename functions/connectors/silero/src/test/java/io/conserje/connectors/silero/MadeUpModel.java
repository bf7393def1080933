package io.conserje.connectors.silero;

import static io.conserje.connectors.silero.Message.constant;
import static io.conserje.connectors.silero.Message.node;

import java.util.List;
import java.util.Random;

/**
 * A model that takes as much work as Silero's for 8 kHz and knows nothing: the layers are as large,
 * in the same order, and what is in them is made up. For what a window costs where no model is at
 * hand.
 */
final class MadeUpModel {

  private static final int PITCHES = 65;
  private static final int MEMORY = 128;

  private final Random random = new Random(8);
  private final Message graph = new Message();

  private MadeUpModel() {}

  static byte[] file() {
    return new MadeUpModel().make();
  }

  private byte[] make() {
    numbers("zero", 0);
    numbers("one", 1);
    numbers("two", 2);
    numbers("pitches", PITCHES);
    numbers("parts", 2 * PITCHES);
    numbers("margin", 0, 0, 0, 0, 0, 32);
    spectrum();
    layer("power", "first", PITCHES, 128, 1);
    layer("first", "second", 128, 64, 2);
    layer("second", "third", 64, 64, 2);
    layer("third", "fourth", 64, MEMORY, 1);
    remember();
    graph.add(1, node("Relu", List.of("h"), "heard"));
    graph.add(1, node("Transpose", List.of("heard"), "column").with("perm", 1, 2, 0));
    graph.add(1, node("Conv", List.of("column", "last"), "score"));
    weights("last", 1, MEMORY, 1);
    graph.add(1, node("Cast", List.of("sr"), "rate").withOne("to", Message.FLOAT));
    graph.add(1, node("Mul", List.of("rate", "little"), "hair"));
    graph.add(5, constant("little", new float[] {1e-5f}));
    graph.add(1, node("Add", List.of("score", "hair"), "scored"));
    graph.add(1, node("Sigmoid", List.of("scored"), "likely"));
    graph.add(
        1, node("ReduceMean", List.of("likely"), "output").with("axes", 2).withOne("keepdims", 0));
    return Message.model(graph, "made-up");
  }

  /** Four pieces of 16 ms, each one's power by pitch. */
  private void spectrum() {
    graph.add(1, node("Unsqueeze", List.of("input", "one"), "sound"));
    graph.add(1, node("Pad", List.of("sound", "margin"), "wider").withText("mode", "reflect"));
    graph.add(1, node("Conv", List.of("wider", "waves"), "both").with("strides", 64));
    weights("waves", 2 * PITCHES, 1, 128);
    graph.add(1, node("Slice", List.of("both", "zero", "pitches", "one"), "real"));
    graph.add(1, node("Slice", List.of("both", "pitches", "parts", "one"), "imaginary"));
    graph.add(1, node("Mul", List.of("real", "real"), "reals"));
    graph.add(1, node("Mul", List.of("imaginary", "imaginary"), "imaginaries"));
    graph.add(1, node("Add", List.of("reals", "imaginaries"), "squares"));
    graph.add(1, node("Sqrt", List.of("squares"), "power"));
  }

  private void layer(String from, String to, int before, int after, int step) {
    String raw = to + "-raw";
    graph.add(
        1,
        node("Conv", List.of(from, to + "-weights", to + "-base"), raw)
            .with("strides", step)
            .with("pads", 1, 1));
    graph.add(1, node("Relu", List.of(raw), to));
    weights(to + "-weights", after, before, 3);
    weights(to + "-base", after);
  }

  private void remember() {
    graph.add(1, node("Transpose", List.of("fourth"), "now").with("perm", 2, 0, 1));
    graph.add(1, node("Slice", List.of("state", "zero", "one", "zero"), "h-before"));
    graph.add(1, node("Slice", List.of("state", "one", "two", "zero"), "c-before"));
    weights("w", 1, 4 * MEMORY, MEMORY);
    weights("r", 1, 4 * MEMORY, MEMORY);
    weights("b", 1, 8 * MEMORY);
    List<String> inputs = List.of("now", "w", "r", "b", "", "h-before", "c-before");
    graph.add(1, node("LSTM", inputs, "all", "h", "c").withOne("hidden_size", MEMORY));
    graph.add(1, node("Concat", List.of("h", "c"), "stateN").withOne("axis", 0));
  }

  private void numbers(String name, long... values) {
    graph.add(5, constant(name, values));
  }

  private void weights(String name, int... sizes) {
    int all = 1;
    for (int size : sizes) {
      all *= size;
    }
    float[] values = new float[all];
    for (int i = 0; i < all; i++) {
      values[i] = (float) (0.05 * random.nextGaussian());
    }
    graph.add(5, constant(name, values, sizes));
  }
}
