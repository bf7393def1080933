package io.conserje.testkit.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Headers, and the way through the gateway, that the provider never said would be so. */
final class HeaderChanges {

  private static final List<String> CONTENT_TYPES =
      List.of(
          "",
          "text/plain",
          "application/json; charset=utf-16",
          "application/json;charset=nonsense",
          "application/x-www-form-urlencoded; charset=iso-8859-1",
          "multipart/form-data; boundary=x",
          "multipart/form-data",
          "APPLICATION/JSON",
          "application/json, application/json",
          "application/json;",
          "application/cloudevents+json",
          ";;",
          "*/*",
          "a/b/c",
          "nonsense",
          "application/xml",
          "application/octet-stream");

  private static final Map<String, List<String>> OTHERS =
      Map.of(
          "accept", List.of("", "nonsense", "text/html", "*/*;q=nonsense", "image/png"),
          "accept-charset", List.of("nonsense", "utf-7", ""),
          "accept-language", List.of("xx-nonsense-*", "*", ";q=2"),
          "content-length", List.of("-1", "99999999999", "nonsense", ""),
          "content-encoding", List.of("gzip", "br", "nonsense"),
          "transfer-encoding", List.of("chunked"),
          "expect", List.of("100-continue"),
          "i-twilio-idempotency-token", List.of("", "{\"a\":1}", "x".repeat(3_000)),
          "x-forwarded-for", List.of("nonsense", "::1", "1.2.3.4, 5.6.7.8"),
          "user-agent", List.of("", "%n%s", "é".repeat(2_000)));

  private HeaderChanges() {}

  static Payload change(Payload payload, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> payload.with("content-type", null);
      case 1, 2 -> payload.with("content-type", OddValues.one(CONTENT_TYPES, random));
      case 3 -> payload.travelling(!payload.base64());
      default -> {
        String name = OddValues.one(OTHERS.keySet().stream().sorted().toList(), random);
        yield payload.with(name, OddValues.one(OTHERS.get(name), random));
      }
    };
  }
}
