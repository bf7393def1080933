package io.conserje.connectors.lambda.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.lambda.CapturedOutput;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class JsonLinesTest {

  private static final ObjectMapper.CloseableObjectMapper MAPPER = ObjectMapper.create(Map.of());
  private static final Logger OURS = LoggerFactory.getLogger("io.conserje.somewhere");
  private static final Logger THEIRS = LoggerFactory.getLogger("software.amazon.awssdk.request");

  @AfterEach
  void usualLevel() {
    LogLevel.from(Map.of());
  }

  @AfterAll
  static void close() {
    MAPPER.close();
  }

  @Test
  void everyFunctionLogsThisWay() {
    assertInstanceOf(JsonLogger.class, OURS);
  }

  @Test
  void aLineIsOneJsonObjectWhateverIsLogged() throws IOException {
    String text = "quote \" backslash \\ break \n\r tab \t bell \u0007 emoji 😊";
    assertEquals(text, line(() -> OURS.info("{}", text)).get("message"));
  }

  @Test
  void valuesBecomeFieldsAndStayOutOfTheText() throws IOException {
    Map<String, Object> line =
        line(() -> OURS.atInfo().addKeyValue("status", 503).log("Not queued."));
    assertEquals("Not queued.", line.get("message"));
    assertEquals("503", line.get("status"));
  }

  @Test
  void aFaultHasTypePlaceAndCause() throws IOException {
    Exception fault = new IllegalStateException("outer", new IOException("inner"));
    Map<String, Object> line = line(() -> OURS.error("Failed.", fault));
    assertEquals("Failed.", line.get("message"));
    assertTrue(line.get("fault").toString().contains("caused by java.io.IOException"));
    assertEquals("outer\ninner", line.get("faultMessage"));
  }

  @Test
  void theLevelIsForOurOwnCode() {
    assertTrue(OURS.isInfoEnabled());
    assertFalse(OURS.isDebugEnabled());
    LogLevel.from(Map.of("LOG_LEVEL", "debug"));
    assertTrue(OURS.isDebugEnabled());
    LogLevel.from(Map.of("LOG_LEVEL", "ERROR"));
    assertFalse(OURS.isWarnEnabled());
    assertFalse(THEIRS.isWarnEnabled());
  }

  @Test
  void librariesNeverTellWhatTheyCarry() {
    LogLevel.from(Map.of("LOG_LEVEL", "TRACE"));
    assertTrue(THEIRS.isWarnEnabled());
    assertFalse(THEIRS.isInfoEnabled());
    assertFalse(THEIRS.isDebugEnabled());
  }

  @Test
  void anUnknownLevelIsInfo() {
    LogLevel.from(Map.of("LOG_LEVEL", "loud"));
    assertTrue(OURS.isInfoEnabled());
    assertFalse(OURS.isDebugEnabled());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> line(Runnable logging) throws IOException {
    try (CapturedOutput output = new CapturedOutput()) {
      logging.run();
      List<String> lines = output.lines();
      assertEquals(1, lines.size(), lines.toString());
      return MAPPER.readValue(lines.getFirst(), Map.class);
    }
  }
}
