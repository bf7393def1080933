package io.conserje.connectors.languagemodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.ModelFailed;
import io.conserje.conversation.Tokens;
import io.conserje.conversation.ToolCall;
import io.micronaut.serde.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A streamed reply is the same reply however the network cuts its bytes. */
class SplitPointsTest {

  private static final ObjectMapper JSON = ObjectMapper.getDefault();

  private static final ToolCall AVAILABILITY =
      new ToolCall(
          "call_a1", "check_availability", Map.of("date", "2026-11-27", "time", "21:30", "pax", 4));

  private static final Map<String, Result> EXPECTED =
      Map.of(
          "openai-chat-stream-text.sse",
          new Result(
              "Claro, señor Ibáñez. ¿Para cuántos?",
              "Claro, señor Ibáñez. ¿Para cuántos?",
              List.of(),
              new Tokens(412, 17)),
          "openai-chat-stream-tools.sse",
          new Result(
              "",
              "",
              List.of(
                  AVAILABILITY, new ToolCall("call_b2", "lookup_faq", Map.of("topic", "terraza"))),
              new Tokens(412, 17)),
          "groq-chat-stream.sse",
          new Result(
              "",
              "",
              List.of(new ToolCall("fc_1", AVAILABILITY.name(), AVAILABILITY.arguments())),
              new Tokens(300, 28)));

  /** What came of a stream; {@code heard} is what was handed on while it came. */
  private record Result(String text, String heard, List<ToolCall> calls, Tokens tokens) {}

  static Stream<String> samples() {
    return EXPECTED.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySplitPointGivesTheSameReply(String sample) {
    cutEverywhere(Samples.bytes(sample), EXPECTED.get(sample));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void soDoesEverySplitPointWithOtherLineBreaksAndCommentsBetween(String sample) {
    UnaryOperator<String> otherwise =
        text -> "\uFEFF: hello\n\n" + text.replace("data: {", ": ping\nevent: chunk\ndata:{");
    String plain = otherwise.apply(Samples.text(sample));
    for (String lineBreak : List.of("\r\n", "\r")) {
      cutEverywhere(
          plain.replace("\n", lineBreak).getBytes(StandardCharsets.UTF_8), EXPECTED.get(sample));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void byteByByteItIsTheSame(String sample) {
    byte[] bytes = Samples.bytes(sample);
    byte[][] single = new byte[bytes.length][];
    for (int i = 0; i < bytes.length; i++) {
      single[i] = new byte[] {bytes[i]};
    }
    assertEquals(EXPECTED.get(sample), play(single));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsCutOffBeforeItsEndIsNoReply(String sample) {
    String text = Samples.text(sample);
    String reason = sample.contains("text") ? "\"finish_reason\":\"stop\"" : "\"tool_calls\"}";
    int end = text.indexOf(reason);
    assertTrue(end > 0);
    byte[] cut = text.substring(0, end).getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length <= cut.length; length += 7) {
      byte[] part = Arrays.copyOf(cut, length);
      assertThrows(ModelFailed.class, () -> play(part));
    }
  }

  @Test
  void anEventOverSeveralLinesIsOneEvent() {
    ServerSentEvents events = new ServerSentEvents();
    assertEquals(
        List.of("{\n}"),
        events.take("data: {\r\ndata: }\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
  }

  private static void cutEverywhere(byte[] bytes, Result expected) {
    for (int at = 0; at <= bytes.length; at++) {
      Result result =
          play(Arrays.copyOfRange(bytes, 0, at), Arrays.copyOfRange(bytes, at, bytes.length));
      assertEquals(expected, result, "cut after " + at + " bytes");
    }
  }

  private static Result play(byte[]... pieces) {
    StringBuilder heard = new StringBuilder();
    StreamedReply reply = new StreamedReply(JSON, heard::append);
    ServerSentEvents events = new ServerSentEvents();
    for (byte[] piece : pieces) {
      events.take(piece).forEach(reply::take);
    }
    events.end().forEach(reply::take);
    reply.check();
    return new Result(reply.text(), heard.toString(), reply.calls(), reply.tokens());
  }
}
