package io.conserje.testkit.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.conserje.names.Queue;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A signed notice of Meta's of one message: answered, and on the queue. */
public final class MetaScenario implements Scenario {

  static final String SECRET = "bench-meta-app-secret";

  @Override
  public First first(World world, int run) {
    String id = "wamid.bench%07d".formatted(run);
    // A guest of its own: a queue in order shows only the first message of each.
    return new First(
        message(id, "3461%07d".formatted(run), "\\u00bfTen\\u00e9is mesa para 2?"),
        answer -> {
          Answer.isOk(answer);
          if (!world.queues().received(Queue.INBOUND, id)) {
            throw new IllegalStateException("Answered, but not on the queue: " + id);
          }
        });
  }

  @Override
  public List<byte[]> training(int run) {
    return List.of(
        message("wamid.train" + run, "34600000777", "Hello"),
        notice("\"statuses\":[{\"id\":\"wamid.ours%d\",\"status\":\"delivered\"}]".formatted(run)));
  }

  /** A notice of one message; letters outside ASCII are escaped in it. */
  public static byte[] message(String id, String from, String text) {
    return notice(
        """
        "contacts":[{"profile":{"name":"Ana"},"wa_id":"%2$s"}],
        "messages":[{"from":"%2$s","id":"%1$s","timestamp":"1795172400","type":"text","text":{"body":"%3$s"}}]
        """
            .formatted(id, from, text));
  }

  private static byte[] notice(String told) {
    byte[] body =
        """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
          "messaging_product":"whatsapp","metadata":{"phone_number_id":"106540352242922"},%s}}]}]}
        """
            .formatted(told)
            .getBytes(UTF_8);
    return ApiGatewayEvent.post(
        "/meta/webhook", "application/json", Map.of("x-hub-signature-256", signature(body)), body);
  }

  private static String signature(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
