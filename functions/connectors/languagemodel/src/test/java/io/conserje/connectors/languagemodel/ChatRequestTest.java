package io.conserje.connectors.languagemodel;

import static io.conserje.connectors.languagemodel.Requests.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Message.From;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Step;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a provider is sent. */
class ChatRequestTest {

  private static final ObjectMapper JSON = ObjectMapper.getDefault();

  private enum Zone {
    INSIDE,
    TERRACE
  }

  private record Asked(
      @Meaning("yyyy-mm-dd") LocalDate date, @MayBeAbsent @Meaning("if said") Zone zone) {}

  private static final ToolSpec TOOL =
      new ToolSpec("check_availability", "Free tables.", Arguments.of(Asked.class));

  @Test
  void eachStepStandsBehindWhatItHadSeenWithOneResultForEachCall() throws IOException {
    ModelAnswer calls =
        ModelAnswer.use(
            List.of(
                new ToolCall("same", "check_availability", Map.of("date", "2026-11-27")),
                new ToolCall("same", "no such tool", Map.of())),
            Map.of(),
            "es");
    Step asked =
        new Step(
            1,
            3,
            calls,
            List.of(
                new ToolResult("same", "check_availability", Map.of("status", "free"), null),
                new ToolResult("same", "no such tool", Map.of("status", "refused"), null)));
    Step spoken = new Step(2, 3, ModelAnswer.say("Hay mesa.", Map.of(), "es"), List.of());
    ModelRequest request =
        Requests.of(
            List.of(message(1, From.GUEST, "hola"), message(2, From.PERSON, "Buenas")),
            List.of(message(3, From.GUEST, "mesa el viernes"), message(4, From.GUEST, "somos 4")),
            List.of(asked, spoken),
            List.of(TOOL));

    JsonNode body = body(request, "gpt-x");

    assertEquals(
        List.of(
            "system",
            "user",
            "assistant",
            "user",
            "assistant",
            "tool",
            "tool",
            "assistant",
            "user"),
        texts(body.get("messages"), "role"));
    List<JsonNode> messages = list(body.get("messages"));
    JsonNode made = messages.get(4).get("tool_calls");
    List<String> ids = texts(made, "id");
    assertEquals(2, ids.stream().distinct().count());
    assertEquals(
        ids,
        List.of(
            messages.get(5).get("tool_call_id").getStringValue(),
            messages.get(6).get("tool_call_id").getStringValue()));
    assertTrue(messages.get(4).get("content").isNull());
    assertEquals("{\"status\":\"free\"}", messages.get(5).get("content").getStringValue());
    assertEquals(
        "{\"date\":\"2026-11-27\"}",
        list(made).getFirst().get("function").get("arguments").getStringValue());
    assertEquals("no_such_tool", list(made).getLast().get("function").get("name").getStringValue());
  }

  @Test
  void aToolIsAFunctionWithASchema() throws IOException {
    ModelRequest request = Requests.of(List.of(), List.of(), List.of(), List.of(TOOL));

    JsonNode function = list(body(request, "gpt-x").get("tools")).getFirst().get("function");

    assertEquals(
        "{\"type\":\"object\",\"properties\":{\"date\":{\"type\":\"string\",\"description\":\"yyyy-mm-dd\"},"
            + "\"zone\":{\"type\":\"string\",\"description\":\"if said\",\"enum\":[\"inside\",\"terrace\"]}},\"required\":[\"date\"],"
            + "\"additionalProperties\":false}",
        JSON.writeValueAsString(function.get("parameters")));
  }

  @Test
  void onlyModelsThatThinkAloudAreToldNotTo() throws IOException {
    ModelRequest request = Requests.saying("hola");

    assertEquals(null, body(request, "gpt-x").get("include_reasoning"));
    assertEquals(
        false, body(request, "openai/gpt-oss-120b").get("include_reasoning").getBooleanValue());
    assertTrue(body(request, "gpt-x").get("stream").getBooleanValue());
    assertEquals(null, body(request, "gpt-x").get("tools"), "an empty list of tools is refused");
  }

  private static JsonNode body(ModelRequest request, String model) throws IOException {
    ModelAccount account = new ModelAccount("openai", "k", "http://127.0.0.1:1/v1", model);
    return JSON.readValue(ChatRequest.body(account, "Be kind.", request, JSON), JsonNode.class);
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.values().spliterator(), false).toList();
  }

  private static List<String> texts(JsonNode array, String field) {
    return list(array).stream().map(node -> node.get(field).getStringValue()).toList();
  }
}
