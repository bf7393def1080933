package io.conserje.turns.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.connectors.lambda.logs.LogLevel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One byte changed anywhere, and nobody is told what to do with the call. */
class TamperingTest {

  private static final String BASE = "https://api.example.com";
  private static final String[] TARGETS = {
    "/voice/twilio",
    "/voice/twilio/resume",
    "/voice/twilio/resume?after=dial",
    "/voice/twilio/message"
  };

  private static Line line;

  private final Map<String, String> fields =
      new TreeMap<>(
          Map.of(
              "CallSid", "CA00000000000000000000000000000901",
              "AccountSid", "AC00000000000000000000000000000001",
              "From", "+34600000901",
              "To", "+34600000900",
              "CallStatus", "in-progress",
              "Direction", "inbound",
              "DialCallStatus", "no-answer",
              "RecordingUrl", "https://api.twilio.com/RE9",
              "FromCity", "MÁLAGA & CÍA"));
  private final String body = encoded(fields);

  @BeforeAll
  static void start() {
    line = new Line();
  }

  @AfterAll
  static void stop() {
    line.close();
  }

  @BeforeEach
  void quietly() {
    LogLevel.from(Map.of("LOG_LEVEL", "ERROR"));
  }

  @AfterEach
  void nothingWasKept() {
    LogLevel.from(Map.of());
    assertEquals("0", line.house.one("SELECT count(*)::text FROM calls"));
    assertEquals("0", line.house.one("SELECT count(*)::text FROM person_requests"));
  }

  @Test
  void everyByteOfTheBodyCounts() {
    for (String target : TARGETS) {
      String signature = signature(target);
      for (int i = 0; i < body.length(); i++) {
        assertEquals(403, status(target, changed(body, i), signature), target + " byte " + i);
      }
    }
  }

  @Test
  void everyByteOfTheSignatureCounts() {
    for (String target : TARGETS) {
      String signature = signature(target);
      for (int i = 0; i < signature.length(); i++) {
        assertEquals(403, status(target, body, changed(signature, i)), target + " byte " + i);
      }
    }
  }

  @Test
  void everyByteOfTheAddressCounts() {
    for (String target : TARGETS) {
      String signature = signature(target);
      for (int i = 1; i < target.length(); i++) {
        int status = status(changed(target, i), body, signature);
        assertEquals(4, status / 100, target + " byte " + i + ": " + status);
      }
    }
  }

  @Test
  void oneQuestionsSignatureIsNotAnothers() {
    for (String signed : TARGETS) {
      for (String asked : TARGETS) {
        if (!signed.equals(asked)) {
          assertEquals(403, status(asked, body, signature(signed)), signed + " at " + asked);
        }
      }
    }
  }

  @Test
  void whatIsCutOffOrAddedCounts() {
    for (String target : TARGETS) {
      String signature = signature(target);
      for (int i = 1; i < body.length(); i++) {
        assertEquals(403, status(target, body.substring(0, i), signature), target + " byte " + i);
      }
      assertEquals(403, status(target, body + "&a=", signature));
      assertEquals(
          403, status(target + (target.contains("?") ? "&" : "?") + "a=", body, signature));
      assertEquals(403, status(target, body, signature + "="));
    }
  }

  private String signature(String target) {
    return Line.sign(BASE + target, fields);
  }

  private static int status(String target, String body, String signature) {
    return line.send(target, body, signature).getStatusCode();
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /**
   * Another byte, and not the same letter in another case, which in an escape would mean the same.
   */
  private static String changed(String text, int at) {
    char other = text.charAt(at) == 'x' ? 'y' : 'x';
    return text.substring(0, at) + other + text.substring(at + 1);
  }
}
