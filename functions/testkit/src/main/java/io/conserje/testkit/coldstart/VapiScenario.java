package io.conserje.testkit.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;

/** A call comes in and gets its assistant: what VAPI waits 7.5 s for. */
public final class VapiScenario implements Scenario {

  static final String SECRET = "bench-vapi-secret";

  @Override
  public First first(World world, int run) {
    return new First(
        message("assistant-request", "bench-" + run, ""),
        answer -> Answer.contains(answer, "create_reservation"));
  }

  @Override
  public List<byte[]> training(int run) {
    return List.of(
        message("assistant-request", "train-" + run, ""),
        message(
            "tool-calls",
            "train-" + run,
            """
            ,"toolCallList":[{"id":"train-1","function":{"name":"check_availability","arguments":
              {"date":"2026-11-21","time":"21:00","party_size":2}}}]\
            """));
  }

  /** A message of a call to the house, with more fields of its own, each after a comma. */
  public static byte[] message(String type, String call, String more) {
    String body =
        """
        {"message":{"type":"%s","call":{"id":"%s"},"phoneNumber":{"number":"+34600000900"},
          "customer":{"number":"+34600000101"}%s}}
        """
            .formatted(type, call, more);
    return ApiGatewayEvent.post(
        "/vapi/webhook", "application/json", Map.of("x-vapi-secret", SECRET), body.getBytes(UTF_8));
  }
}
