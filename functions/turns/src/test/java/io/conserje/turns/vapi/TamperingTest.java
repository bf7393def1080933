package io.conserje.turns.vapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.connectors.lambda.logs.LogLevel;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One byte changed anywhere, and a signed message is not VAPI's any more. */
class TamperingTest {

  private static final String KEY = "test-vapi-hmac-secret-not-real";
  private static final String TIMESTAMP = "1795172400";
  private static final String BODY =
      """
      {"message":{"type":"status-update","status":"in-progress","call":{"id":"0199e2a4-5b10"},"timestamp":1795172400123,\
      "phoneNumber":{"number":"+34600000900"},"customer":{"number":"+34600000101"}}}\
      """;

  private static Phone phone;

  @BeforeAll
  static void start() {
    phone = Phone.unattended();
    phone.house.environment.put(Variable.VAPI_SERVER_AUTH, "hmac");
    phone.house.environment.put(Variable.VAPI_SERVER_SECRET, KEY);
    LogLevel.from(Map.of("LOG_LEVEL", "ERROR"));
  }

  @AfterAll
  static void stop() {
    LogLevel.from(Map.of());
    assertEquals(List.of(), phone.house.drain(Queue.CALL_EVENTS));
    phone.close();
  }

  @Test
  void theMessageItselfIsTaken() {
    assertEquals(200, status(BODY, TIMESTAMP, signed(TIMESTAMP + "." + BODY)));
    assertEquals(1, phone.house.drain(Queue.CALL_EVENTS).size());
  }

  @Test
  void everyByteOfTheBodyCounts() {
    String signature = signed(TIMESTAMP + "." + BODY);
    for (int i = 0; i < BODY.length(); i++) {
      assertEquals(401, status(changed(BODY, i), TIMESTAMP, signature), "byte " + i);
    }
  }

  @Test
  void everyByteOfTheHeadersCounts() {
    String signature = signed(TIMESTAMP + "." + BODY);
    for (int i = 0; i < signature.length(); i++) {
      assertEquals(401, status(BODY, TIMESTAMP, changed(signature, i)), "byte " + i);
    }
    for (int i = 0; i < TIMESTAMP.length(); i++) {
      assertEquals(401, status(BODY, changed(TIMESTAMP, i), signature), "byte " + i);
    }
    assertEquals(401, status(BODY, TIMESTAMP, signature.toUpperCase()));
    assertEquals(401, status(BODY, TIMESTAMP, signature + "," + signature));
    assertEquals(401, status(BODY, TIMESTAMP, ""));
  }

  @Test
  void anOldTimestampIsAReplay() {
    String ringing = BODY.replace("in-progress", "ringing");
    String old = "1795172000";
    assertEquals(401, status(ringing, old, signed(old + "." + ringing)));
    String millis = TIMESTAMP + "000";
    assertEquals(200, status(ringing, millis, signed(millis + "." + ringing)));
    phone.house.drain(Queue.CALL_EVENTS);
  }

  private static int status(String body, String timestamp, String signature) {
    return phone
        .post(body, Map.of("x-timestamp", timestamp, "x-signature", signature))
        .getStatusCode();
  }

  private static String changed(String text, int at) {
    char other = text.charAt(at) == '7' ? '8' : '7';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  private static String signed(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
