package io.conserje.connectors.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Sending;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookSenderTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-00000000a001");
  private static final byte[] KEY = "a key of the house".getBytes(StandardCharsets.UTF_8);
  private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);

  private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private HttpServer program;
  private int status = 200;
  private String origin;

  @BeforeEach
  void start() throws IOException {
    program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    program.createContext("/", this::take);
    program.start();
    origin = "http://127.0.0.1:" + program.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    program.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    headers.add(exchange.getRequestHeaders());
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    exchange.getResponseHeaders().add("Retry-After", "7");
    exchange.getResponseHeaders().add("Location", origin + "/elsewhere");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Test
  void programIsToldWithIdTimeAndSignature() throws Exception {
    assertEquals(new Sending.Taken(ID.toString()), send(origin + "/hook"));

    Map<String, List<String>> sent = headers.getFirst();
    assertEquals(List.of(ID.toString()), sent.get("Webhook-id"));
    assertEquals(List.of("1795172400"), sent.get("Webhook-timestamp"));
    assertEquals(
        List.of("v1," + hmac(ID + ".1795172400." + bodies.getFirst())),
        sent.get("Webhook-signature"));
    assertEquals(
        "{\"type\":\"staff.told\",\"timestamp\":\"2026-11-20T11:00:00Z\",\"data\":{\"venue\":\"casa\","
            + "\"text\":\"Un grupo espera.\",\"guest_name\":\"Ana\",\"occasion\":\"staff\"}}",
        bodies.getFirst());
  }

  @Test
  void whatItAnswersDecidesWhetherItIsToldAgain() {
    status = 429;
    Sending.Later later = assertInstanceOf(Sending.Later.class, send(origin));
    assertEquals(Duration.ofSeconds(7), later.askedToWait());
    status = 503;
    assertInstanceOf(Sending.Later.class, send(origin));
    status = 410;
    assertInstanceOf(Sending.Refused.class, send(origin));
    status = 400;
    assertInstanceOf(Sending.Refused.class, send(origin));
  }

  @Test
  void noRedirectIsFollowed() {
    status = 302;
    assertInstanceOf(Sending.Refused.class, send(origin));
    assertEquals(1, bodies.size());
  }

  @Test
  void addressesThatTheOperatorHasNotNamedAreNeverAsked() {
    String other = origin.replace("127.0.0.1", "localhost");
    Sending.Refused refused = assertInstanceOf(Sending.Refused.class, send(other));

    assertEquals("not_allowed", refused.errorCode());
    assertTrue(bodies.isEmpty());
  }

  @Test
  void programThatIsGoneIsToldLater() {
    program.stop(0);
    assertInstanceOf(Sending.Later.class, send(origin));
  }

  @Test
  void secretThatIsNoBase64IsAnErrorAndNothingIsSent() {
    WebhookAccount wrong = new WebhookAccount("whsec_%%", Set.of(origin));

    assertThrows(IllegalArgumentException.class, () -> sender(wrong).send(message(origin)));
    assertTrue(bodies.isEmpty());
  }

  private Sending send(String to) {
    return sender(new WebhookAccount(SECRET, Set.of(origin))).send(message(to));
  }

  private static WebhookSender sender(WebhookAccount account) {
    return new WebhookSender(() -> account, ObjectMapper.getDefault(), () -> NOW);
  }

  private static OutboundMessage message(String to) {
    return new OutboundMessage(
        ID,
        new VenueId("casa"),
        ID,
        Channel.WEBHOOK,
        "casa",
        to,
        "Un grupo espera.",
        1,
        null,
        null,
        Map.of("occasion", "staff", "guest_name", "Ana"),
        null,
        null,
        List.of());
  }

  private static String hmac(String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
