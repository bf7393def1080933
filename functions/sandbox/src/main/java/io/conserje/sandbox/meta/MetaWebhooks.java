package io.conserje.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.names.Variable;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.providers.Fault.Kind;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.HouseDoor;
import io.conserje.sandbox.providers.RequestLog;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What Meta sends to the house: escaped, then signed, and again while what is answered is not 200;
 * Meta does so for seven days, here it is for some seconds.
 */
final class MetaWebhooks implements AutoCloseable {

  static final String PROVIDER = "meta";
  static final String MESSAGES = "messages";
  static final String STATUSES = "statuses";

  private static final String BUSINESS = "102290129340398";
  private static final String CHALLENGE = "1158201444";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 6;
  private static final long FIRST_DELAY_MILLIS = 250;

  private final SandboxSettings settings;
  private final Faults faults;
  private final Activity activity;
  private final HouseDoor house;

  MetaWebhooks(SandboxSettings settings, RequestLog requests, Faults faults, Activity activity) {
    this.settings = settings;
    this.faults = faults;
    this.activity = activity;
    this.house = new HouseDoor(PROVIDER, settings, requests);
  }

  /** As the app's settings have it. */
  private String url() {
    return settings.publicBaseUrl() + "/meta/webhook";
  }

  /**
   * A notice about one number of the house.
   *
   * @param shown that number as guests see it
   */
  static ObjectNode change(String number, String shown) {
    ObjectNode change = Json.object();
    change.put("field", "messages");
    ObjectNode value = change.putObject("value");
    value.put("messaging_product", "whatsapp");
    value.putObject("metadata").put("display_phone_number", shown).put("phone_number_id", number);
    return change;
  }

  /** Sends now, with the faults that are in force; what was answered last. */
  int send(String operation, List<? extends JsonNode> changes) {
    ObjectNode notice = Json.object();
    notice.put("object", "whatsapp_business_account");
    ObjectNode entry = notice.putArray("entry").addObject();
    entry.put("id", BUSINESS);
    changes.forEach(entry.putArray("changes")::add);
    String body = escaped(Json.write(notice));
    try (Activity.Work ignored = activity.begin()) {
      faults
          .take(PROVIDER, operation, Set.of(Kind.SLOW))
          .ifPresent(slow -> HouseDoor.pause(slow.delayMs()));
      if (faults.take(PROVIDER, operation, Set.of(Kind.DROP)).isPresent()) {
        house.lose(operation, url(), body);
        return 0;
      }
      boolean twice = faults.take(PROVIDER, operation, Set.of(Kind.DUPLICATE)).isPresent();
      int status = untilTaken(operation, body);
      return twice ? untilTaken(operation, body) : status;
    }
  }

  private int untilTaken(String operation, String body) {
    Map<String, String> headers =
        Map.of(
            "Content-Type", "application/json",
            "User-Agent", "facebookexternalua",
            "Accept", "*/*",
            "X-Hub-Signature-256", "sha256=" + sign(body));
    int status = 0;
    for (int attempt = 0; attempt < ATTEMPTS && status != 200; attempt++) {
      if (attempt > 1) {
        HouseDoor.pause(FIRST_DELAY_MILLIS << attempt);
      }
      status = house.post(operation, url(), headers, body, PATIENCE).status();
    }
    return status;
  }

  boolean reordered(String operation) {
    return faults.take(PROVIDER, operation, Set.of(Kind.REORDER)).isPresent();
  }

  boolean verify() {
    String token = settings.get(Variable.WHATSAPP_VERIFY_TOKEN);
    String query =
        "?hub.mode=subscribe&hub.challenge="
            + CHALLENGE
            + "&hub.verify_token="
            + URLEncoder.encode(token, StandardCharsets.UTF_8);
    HouseDoor.Answer answer = house.get("verification", url() + query, PATIENCE);
    return answer.status() == 200 && answer.body().equals(CHALLENGE);
  }

  /** Letters outside ASCII and slashes, as Meta writes them. */
  static String escaped(String json) {
    StringBuilder escaped = new StringBuilder();
    for (char c : json.toCharArray()) {
      if (c == '/') {
        escaped.append("\\/");
      } else if (c > 0x7e) {
        escaped.append("\\u%04x".formatted((int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** With the secret of the app; while it is changed, with the new one. */
  private String sign(String body) {
    String secret = settings.get(Variable.WHATSAPP_APP_SECRET).split(",")[0].strip();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      throw new IllegalStateException("WHATSAPP_APP_SECRET cannot sign.", unusable);
    }
  }

  @Override
  public void close() {
    house.close();
  }
}
