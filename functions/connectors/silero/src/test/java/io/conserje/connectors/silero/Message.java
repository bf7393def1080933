package io.conserje.connectors.silero;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Protocol Buffers, as far as a model needs them, and what models are made of. */
final class Message {

  static final int FLOAT = 1;
  static final int LONG = 7;

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

  static Message node(String operator, List<String> inputs, String... outputs) {
    Message node = new Message();
    inputs.forEach(input -> node.text(1, input));
    for (String output : outputs) {
      node.text(2, output);
    }
    return node.text(4, operator);
  }

  /** Of a node. */
  Message with(String name, int... values) {
    Message attribute = new Message().text(1, name);
    for (int value : values) {
      attribute.number(8, value);
    }
    return add(5, attribute.number(20, 7));
  }

  /** Of a node: a single number. */
  Message withOne(String name, int value) {
    return add(5, new Message().text(1, name).number(3, value).number(20, 2));
  }

  /** Of a node. */
  Message withText(String name, String value) {
    return add(5, new Message().text(1, name).text(4, value).number(20, 3));
  }

  static Message constant(String name, float[] values, int... sizes) {
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    return constant(name, FLOAT, raw.array(), sizes);
  }

  static Message constant(String name, long[] values) {
    ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asLongBuffer().put(values);
    return constant(name, LONG, raw.array(), values.length);
  }

  private static Message constant(String name, int type, byte[] raw, int... sizes) {
    Message constant = new Message();
    for (int size : sizes) {
      constant.number(1, size);
    }
    return constant.number(2, type).text(8, name).raw(9, raw);
  }

  /** What goes in or comes out. */
  static Message value(String name, int type, int... sizes) {
    Message shape = new Message();
    for (int size : sizes) {
      Message dimension = new Message();
      shape.add(1, size < 0 ? dimension.text(2, "n") : dimension.number(1, size));
    }
    Message tensor = new Message().number(1, type).add(2, shape);
    return new Message().text(1, name).add(2, new Message().add(1, tensor));
  }

  /** With Silero's inputs and outputs. */
  static byte[] model(Message graph, String name) {
    graph
        .text(2, name)
        .add(11, value("input", FLOAT, -1, -1))
        .add(11, value("state", FLOAT, 2, -1, 128))
        .add(11, value("sr", LONG))
        .add(12, value("output", FLOAT, -1, 1))
        .add(12, value("stateN", FLOAT, 2, -1, 128));
    Message operators = new Message().text(1, "").number(2, 13);
    return new Message().number(1, 8).add(7, graph).add(8, operators).bytes();
  }
}
