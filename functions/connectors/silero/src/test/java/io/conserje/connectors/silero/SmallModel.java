package io.conserje.connectors.silero;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A model file with Silero's inputs and outputs, written here: it thinks that somebody speaks as
 * long as it is loud, and remembers the last windows as Silero does, by what it is given back.
 */
final class SmallModel {

  private static final int FLOAT = 1;
  private static final int LONG = 7;

  private SmallModel() {}

  /** stateN = state / 2 + 10 · mean(|input|); output = mean(stateN) / 2. */
  static byte[] file() {
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
            .add(1, node("Reshape", List.of("some", "shape"), "output"))
            .text(2, "small")
            .add(5, constant("ten", 10))
            .add(5, constant("half", 0.5f))
            .add(5, shape())
            .add(11, value("input", FLOAT, 1, -1))
            .add(11, value("state", FLOAT, 2, 1, 128))
            .add(11, value("sr", LONG))
            .add(12, value("output", FLOAT, 1, 1))
            .add(12, value("stateN", FLOAT, 2, 1, 128));
    Message operators = new Message().text(1, "").number(2, 13);
    return new Message().number(1, 8).add(7, graph).add(8, operators).bytes();
  }

  private static Message node(String operator, List<String> inputs, String output) {
    Message node = new Message();
    inputs.forEach(input -> node.text(1, input));
    return node.text(2, output).text(4, operator);
  }

  private static Message mean(String input, String output, int... axes) {
    Message attribute = new Message().text(1, "axes");
    for (int axis : axes) {
      attribute.number(8, axis);
    }
    return node("ReduceMean", List.of(input), output).add(5, attribute.number(20, 7));
  }

  private static Message constant(String name, float value) {
    byte[] raw = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
    return new Message().number(2, FLOAT).text(8, name).raw(9, raw);
  }

  private static Message shape() {
    byte[] raw =
        ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(1).putLong(1).array();
    return new Message().number(1, 2).number(2, LONG).text(8, "shape").raw(9, raw);
  }

  private static Message value(String name, int type, int... dimensions) {
    Message shape = new Message();
    for (int size : dimensions) {
      Message dimension = new Message();
      shape.add(1, size < 0 ? dimension.text(2, "n") : dimension.number(1, size));
    }
    Message tensor = new Message().number(1, type).add(2, shape);
    return new Message().text(1, name).add(2, new Message().add(1, tensor));
  }

  /** Protocol Buffers, as far as a model needs them. */
  private static final class Message {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint(field << 3);
      varint(value);
      return this;
    }

    Message text(int field, String text) {
      return raw(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Message add(int field, Message message) {
      return raw(field, message.bytes());
    }

    Message raw(int field, byte[] bytes) {
      varint(field << 3 | 2);
      varint(bytes.length);
      out.writeBytes(bytes);
      return this;
    }

    private void varint(long value) {
      for (long left = value; ; left >>>= 7) {
        if (left < 128) {
          out.write((int) left);
          return;
        }
        out.write((int) (left & 127 | 128));
      }
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
