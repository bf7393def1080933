package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.Variable;
import io.conserje.sandbox.telnyx.TelnyxSigning;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What providers might send and no sample of ours has, through the whole house and each twice: it
 * is taken, nothing breaks, a guest's words are answered once, and what is no message comes to
 * nothing.
 */
@InSharedSandbox
class OddPayloadsTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private static Sandbox sandbox;
  private static HttpClient http;

  /** The sign of a payload of one provider, and how it travels. */
  private record Signed(String type, String body, Map<String, String> headers) {}

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
    sandbox.faults().clear(null);
    sandbox.settings().set(Variable.PUBLIC_VOICE_URL, null);
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void close() {
    http.close();
  }

  @Test
  void ofTwilio() throws Exception {
    play("twilio", 1_000, OddPayloadsTest::byTwilio);
  }

  @Test
  void ofMeta() throws Exception {
    play("meta", 2_000, (_, body) -> byMeta(body));
  }

  @Test
  void ofTelnyx() throws Exception {
    play("telnyx", 3_000, (_, body) -> byTelnyx(body));
  }

  @Test
  void ofVapi() throws Exception {
    play("vapi", 4_000, (_, body) -> byVapi(body));
  }

  private static void play(String provider, int first, BiFunction<String, String, Signed> sign)
      throws Exception {
    List<OddPayload> payloads = OddPayload.read(provider + ".txt", first);
    assertTrue(payloads.size() > 15, payloads.size() + " payloads");
    List<String> wrong = new ArrayList<>();
    try (Overheard lines = Overheard.begin()) {
      for (int attempt = 1; attempt <= 2; attempt++) {
        for (OddPayload payload : payloads) {
          wrong.addAll(send(payload, attempt, sign));
        }
        assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(4)), "the house comes to rest");
      }
      payloads.forEach(payload -> wrong.addAll(effects(provider, payload)));
      lines.faults().stream().filter(OddPayloadsTest::isNoRefusal).forEach(wrong::add);
    }
    assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
  }

  /** Senders of letters cannot be written to: their provider says so, and staff see it. */
  private static boolean isNoRefusal(String line) {
    return !line.contains("It stays visible as failed.");
  }

  private static List<String> send(
      OddPayload payload, int attempt, BiFunction<String, String, Signed> sign)
      throws IOException, InterruptedException {
    Signed signed =
        sign.apply(
            payload.says("to", ""), payload.body().replace("{attempt}", String.valueOf(attempt)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(sandbox.gateway().resolve(payload.says("to", "")))
            .header("Content-Type", signed.type())
            .POST(BodyPublishers.ofString(signed.body()));
    signed.headers().forEach(request::header);
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    String status = payload.says("status", "2..");
    String part = payload.says("answer", "");
    return String.valueOf(answer.statusCode()).matches(status) && answer.body().contains(part)
        ? List.of()
        : List.of(payload.title() + ": " + answer.statusCode() + " " + answer.body());
  }

  private static List<String> effects(String provider, OddPayload payload) {
    List<String> wrong = new ArrayList<>();
    String heard = payload.says("heard", "");
    String guest = payload.guest();
    compare(payload, heard, written(guest), wrong);
    String replies = payload.says("replies", heard.isEmpty() ? "0" : "1");
    String found = sent(guest);
    if (!found.matches(replies)) {
      wrong.add(payload.title() + ": expected " + replies + " replies, found " + found);
    }
    if (payload.says().containsKey("call")) {
      String id = (provider.equals("twilio") ? "CA" : "") + "%032x".formatted(payload.number());
      String call =
          "SELECT state || ' ' || coalesce(ended_reason, '') FROM calls WHERE provider_call_id = '";
      compare(
          payload,
          payload.says("call", ""),
          String.join(" | ", rows(call + id + "'")).strip(),
          wrong);
    }
    return wrong;
  }

  /** The simulated providers, which did not send this, let nobody be written to: SMS comes next. */
  private static String sent(String guest) {
    return rows("SELECT count(*)::text FROM outbox o JOIN conversations c ON c.id = o.conversation"
            + " WHERE o.kind = 'reply' AND o.channel = c.channel AND c.guest_address = '"
            + guest
            + "'")
        .getFirst();
  }

  private static String written(String guest) {
    return String.join(
        " | ",
        rows(
            "SELECT m.body FROM messages m JOIN conversations c ON c.id = m.conversation"
                + " WHERE m.sender = 'guest' AND c.guest_address = '"
                + guest
                + "' ORDER BY m.position"));
  }

  private static List<String> rows(String sql) {
    return sandbox.database().strings(sql);
  }

  private static void compare(
      OddPayload payload, String expected, String found, List<String> wrong) {
    if (!expected.equals(found)) {
      wrong.add(payload.title() + ": expected <" + expected + ">, found <" + found + ">");
    }
  }

  /** In the file each field has a line of its own, as it is read; one may come twice. */
  private static Signed byTwilio(String to, String lines) {
    TreeMap<String, TreeSet<String>> sorted = new TreeMap<>();
    List<String> form = new ArrayList<>();
    for (String line :
        ("AccountSid=" + sandbox.settings().twilioAccount() + "\n" + lines).lines().toList()) {
      String[] field = line.split("=", 2);
      sorted.computeIfAbsent(field[0], _ -> new TreeSet<>()).add(field[1]);
      form.add(encoded(field[0]) + "=" + encoded(field[1]));
    }
    StringBuilder signed = new StringBuilder(sandbox.settings().publicBaseUrl() + to);
    sorted.forEach((name, values) -> values.forEach(value -> signed.append(name).append(value)));
    byte[] hash = hash("HmacSHA1", sandbox.settings().twilioToken(), signed.toString());
    String signature = Base64.getEncoder().encodeToString(hash);
    return new Signed(FORM, String.join("&", form), Map.of("X-Twilio-Signature", signature));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Signed byMeta(String body) {
    String secret = sandbox.settings().get(Variable.WHATSAPP_APP_SECRET).split(",")[0];
    String hash = HexFormat.of().formatHex(hash("HmacSHA256", secret, body));
    return new Signed(JSON, body, Map.of("X-Hub-Signature-256", "sha256=" + hash));
  }

  private static Signed byTelnyx(String body) {
    String now = String.valueOf(sandbox.clock().instant().getEpochSecond());
    return new Signed(
        JSON,
        body,
        Map.of("telnyx-timestamp", now, "telnyx-signature-ed25519", TelnyxSigning.sign(now, body)));
  }

  private static Signed byVapi(String body) {
    String secret = sandbox.settings().get(Variable.VAPI_SERVER_SECRET).split(",")[0];
    return new Signed(JSON, body, Map.of("X-Vapi-Secret", secret));
  }

  private static byte[] hash(String algorithm, String key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
