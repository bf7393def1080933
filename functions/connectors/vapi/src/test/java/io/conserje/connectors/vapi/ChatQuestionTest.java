package io.conserje.connectors.vapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.told.AnswerToldCall.Answer.Says;
import io.conserje.call.told.AnswerToldCall.Then;
import io.conserje.call.told.ToldCall;
import io.conserje.call.told.ToldCall.Line;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import io.conserje.conversation.Tokens;
import io.micronaut.serde.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatQuestionTest {

  private static final OpenJson JSON = new OpenJson(ObjectMapper.getDefault());
  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");

  @Test
  void whatTheGuestSaidLastIsAskedAndTheRestStandsBefore() {
    ToldCall told =
        question(
                """
                {"model": "m", "call": {"id": "c-1", "assistantId": "as-1"}, "phoneNumber": {"number": "+34600000900"},
                 "customer": {"number": "+34600000101"}, "messages": [
                  {"role": "system", "content": "Eres…"}, {"role": "assistant", "content": "Buenas."},
                  {"role": "user", "content": [{"type": "text", "text": "Una"}, {"type": "image_url"}, {"type": "text", "text": "mesa"}]},
                  {"role": "assistant", "content": null, "tool_calls": [{"id": "1"}]},
                  {"role": "user", "content": "para dos"}, {"role": "system", "content": "It is noon."}]}
                """)
            .told();

    assertEquals(List.of(new Line(false, "Buenas.")), told.before());
    assertEquals("Una mesa para dos", told.words());
    assertEquals("c-1", told.place().callId());
    assertEquals(List.of("+34600000900", "as-1"), told.place().houseAddresses());
    assertEquals("+34600000101", told.place().caller());
  }

  @Test
  void afterAToolOfItsOwnNothingIsAsked() {
    ChatQuestion question =
        question(
            """
            {"call": {"id": "c"}, "messages": [{"role": "user", "content": "Una persona"},
              {"role": "assistant", "content": "Un momento.", "tool_calls": [{"id": "1"}]},
              {"role": "tool", "tool_call_id": "1", "content": "Transfer failed."}]}
            """);

    assertEquals("Transfer failed.", question.toolAnswer());
    assertEquals("", question.told().words());
    assertNull(question("{\"user\": \"u\", \"messages\": []}").toolAnswer());
  }

  @Test
  void whoIsNotVapiNamesItsConversationAndItsHouse() {
    ChatQuestion byField = question("{\"model\": \"casa\", \"user\": \"u-1\", \"messages\": []}");
    assertTrue(byField.problem().isEmpty());
    assertEquals("u-1", byField.told().place().callId());
    assertEquals("casa", byField.told().house());
    assertEquals(
        "plaza",
        question("{\"model\": \"m\", \"metadata\": {\"venue\": \"plaza\"}, \"messages\": []}")
            .told()
            .house());
    assertEquals("user", question("{\"messages\": []}").problem().orElseThrow().param());
    assertEquals("messages", question("{\"user\": \"u\"}").problem().orElseThrow().param());
  }

  @Test
  void aPersonIsAskedForByTheToolAndTheDestinationThatAreOffered() {
    ChatQuestion question =
        question(
            """
            {"user": "u", "messages": [{"role": "user", "content": "hola"}], "tools": [
              {"type": "function", "function": {"name": "create_reservation"}},
              {"type": "function", "function": {"name": "transfer_call_tool", "parameters":
                {"properties": {"destination": {"enum": ["+34600000999", "+34600000998"]}}}}}]}
            """);

    Part choice = choice(question, new Says("Le paso.", Then.TO_PERSON, Tokens.NONE));
    Part function = choice.at("message").each("tool_calls").getFirst().at("function");
    assertEquals("tool_calls", choice.text("finish_reason"));
    assertEquals("transfer_call_tool", function.text("name"));
    assertEquals("{\"destination\":\"+34600000999\"}", function.text("arguments"));
    Part goodbye = choice(question, new Says("Adiós.", Then.HANG_UP, Tokens.NONE));
    assertEquals("stop", goodbye.text("finish_reason"), "no such tool is offered");
  }

  @Test
  void wordsAreStreamedClauseByClauseAndNoneIsLost() {
    ChatQuestion question =
        question("{\"user\": \"u\", \"messages\": [{\"role\": \"user\", \"content\": \"hola\"}]}");
    ChatCompletion completion = new ChatCompletion(question, JSON, NOW);
    String text = "Claro, con gusto. ¿Para cuántas personas?\n¡Dígame";

    List<String> events = completion.events(new Says(text, Then.GO_ON, new Tokens(10, 5)));

    List<String> pieces =
        events.subList(0, events.size() - 2).stream()
            .map(event -> JSON.read(event).orElseThrow().each("choices").getFirst())
            .map(choice -> choice.at("delta").text("content"))
            .toList();
    assertEquals(List.of("Claro, ", "con gusto. ", "¿Para cuántas personas?\n", "¡Dígame"), pieces);
    assertEquals(ChatCompletion.DONE, events.getLast());
  }

  private static Part choice(ChatQuestion question, Says says) {
    String whole = JSON.write(new ChatCompletion(question, JSON, NOW).of(says));
    return JSON.read(whole).orElseThrow().each("choices").getFirst();
  }

  private static ChatQuestion question(String body) {
    return ChatQuestion.of(JSON.read(body).orElseThrow(), "");
  }
}
