package io.conserje.testkit.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.conserje.names.Queue;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A signed event of a call: answered, and on the queue. */
public final class TelnyxEventsScenario implements Scenario {

  /** The pair of Telnyx's own test suite. */
  static final String PUBLIC_KEY = "jrMBoswHlhhVx2W2Www72WU/xn4UMpjreslD0m2u0qs=";

  private static final String PRIVATE_KEY = "i1xxSkIuQOY9H8laaRslIoYGTJ1NwBAFdjsQwiwJH04=";

  @Override
  public First first(World world, int run) {
    String leg = "bench-leg-" + run;
    return new First(
        call("call.initiated", leg),
        answer -> {
          Answer.isOk(answer);
          if (!world.queues().received(Queue.CALL_EVENTS, leg)) {
            throw new IllegalStateException("Answered, but not on the queue: " + leg);
          }
        });
  }

  @Override
  public List<byte[]> training(int run) {
    return List.of(
        call("call.answered", "train-leg-" + run), sms("train-" + run), call("x", "t-" + run));
  }

  /** An event of a call that comes in. */
  public static byte[] call(String type, String leg) {
    return post(
        """
        {"data":{"record_type":"event","event_type":"%s","id":"%2$s-event",
          "occurred_at":"2026-11-20T11:00:00Z","payload":{"call_control_id":"v3:%2$s",
          "call_leg_id":"%2$s","direction":"incoming","from":"+34600000101","to":"+34600000900"}}}
        """
            .formatted(type, leg));
  }

  private static byte[] sms(String id) {
    return post(
        """
        {"data":{"event_type":"message.received","id":"%s","payload":{"id":"m","direction":"inbound",
          "text":"Hello","from":{"phone_number":"+34600000777"},
          "to":[{"phone_number":"+34600000900"}]}}}
        """
            .formatted(id));
  }

  private static byte[] post(String json) {
    String now = String.valueOf(System.currentTimeMillis() / 1000);
    return ApiGatewayEvent.post(
        "/telnyx/events",
        "application/json",
        Map.of("telnyx-timestamp", now, "telnyx-signature-ed25519", sign(now + "|" + json)),
        json.getBytes(UTF_8));
  }

  private static String sign(String text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(
                  new EdECPrivateKeySpec(
                      NamedParameterSpec.ED25519, Base64.getDecoder().decode(PRIVATE_KEY))));
      signature.update(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
