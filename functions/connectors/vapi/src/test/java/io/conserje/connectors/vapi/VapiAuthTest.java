package io.conserje.connectors.vapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.conserje.connectors.json.Part;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class VapiAuthTest {

  private static final Instant SIGNED = Instant.ofEpochSecond(1788854400);

  @TestFactory
  Stream<DynamicTest> theVectors() {
    Part all = Samples.JSON.read(Samples.bytes("signature-vectors.json")).orElseThrow();
    List<Part> vectors = all.each("vectors");
    assertEquals(6, vectors.size());
    return vectors.stream()
        .map(v ->
            dynamicTest(
                v.text("id"),
                () ->
                    assertEquals(v.text("expectValid"), String.valueOf(auth(v).isOf(request(v))))));
  }

  private static VapiAuth auth(Part v) {
    return switch (v.text("scheme")) {
      case "x-vapi-secret" -> new VapiAuth.Secret(List.of(v.text("configured")));
      case "bearer" -> new VapiAuth.Bearer(List.of(v.text("configured")));
      default ->
          new VapiAuth.Hmac(
              List.of(v.text("secretKey")),
              v.text("algorithm"),
              v.text("signatureHeader"),
              v.text("timestampHeader"),
              v.text("payloadFormat"),
              v.text("signaturePrefix"),
              v.text("signatureEncoding"));
    };
  }

  private static VapiAuth.Request request(Part v) {
    Map<String, List<String>> headers = new HashMap<>();
    v.at("headers").fields().forEach((n, t) -> headers.put(n.toLowerCase(), List.of(t + "")));
    byte[] body = v.has("bodyFile") ? Samples.bytes("tool-calls.json") : new byte[0];
    return new VapiAuth.Request("POST", "https://api.example.com", headers, body, SIGNED);
  }

  @Test
  void afterFiveMinutesItIsAReplay() {
    Part v =
        Samples.JSON
            .read(Samples.bytes("signature-vectors.json"))
            .orElseThrow()
            .each("vectors")
            .get(3);
    VapiAuth.Request then = request(v);
    VapiAuth.Request later =
        new VapiAuth.Request(
            then.method(), then.url(), then.headers(), then.body(), SIGNED.plusSeconds(301));
    assertFalse(auth(v).isOf(later));
  }

  @Test
  void anEmptySecretLetsNobodyIn() {
    VapiAuth.Request nothing =
        new VapiAuth.Request("POST", "", Map.of("x-vapi-secret", List.of("")), new byte[0], SIGNED);
    assertFalse(new VapiAuth.Secret(List.of("")).isOf(nothing));
  }
}
