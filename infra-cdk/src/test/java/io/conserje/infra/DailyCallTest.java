package io.conserje.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conserje.names.LambdaFunction;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the scheduler sends is what the functions' own tests replay from {@code events/}. */
class DailyCallTest {

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void webhookIsCalledWithAnUnsignedRequest() throws IOException {
    assertSent("twilio/bad", LambdaFunction.TWILIO_MESSAGES);
  }

  @Test
  void consoleIsAskedForItsHealth() throws IOException {
    assertSent("console", LambdaFunction.CONSOLE);
  }

  @Test
  void webChatIsAskedForNewsOfNoConversation() throws IOException {
    assertSent("webchat/bad", LambdaFunction.WEBCHAT);
  }

  @Test
  void vapiIsSentAMessageWithoutABody() throws IOException {
    assertSent("vapi/bad", LambdaFunction.VAPI);
  }

  @Test
  void telnyxIsSentAnEventWithoutASignature() throws IOException {
    assertSent("telnyx/bad", LambdaFunction.TELNYX_EVENTS);
  }

  @Test
  void turnsIsGivenAnEmptyBatch() throws IOException {
    assertSent("turns", LambdaFunction.TURNS);
  }

  private void assertSent(String folder, LambdaFunction function) throws IOException {
    Path event = Path.of("..", "events", folder, "daily-call.json");
    JsonNode sent = json.valueToTree(DailyCall.event(function));
    assertEquals(json.readTree(event.toFile()), sent);
  }
}
