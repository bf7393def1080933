package io.conserje.connectors.webhook;

import io.conserje.connectors.http.FreshConnections;
import io.conserje.connectors.http.RetryAfter;
import io.conserje.connectors.http.Timeouts;
import io.conserje.connectors.http.WholeAnswer;
import io.conserje.outbound.EarlierTry;
import io.conserje.outbound.MessageSender;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Sending;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells a program of the house's, as <a href="https://www.standardwebhooks.com">Standard
 * Webhooks</a> has it: {@code webhook-id}, {@code webhook-timestamp} in seconds and {@code
 * webhook-signature} over both and the body. A repeat has the same id.
 */
public final class WebhookSender implements MessageSender {

  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private final Supplier<WebhookAccount> account;
  private final ObjectMapper json;
  private final InstantSource clock;
  private final FreshConnections connections;

  public WebhookSender(Supplier<WebhookAccount> account, ObjectMapper json, InstantSource clock) {
    this.account = account;
    this.json = json;
    this.clock = clock;
    this.connections = new FreshConnections(Timeouts.USUAL, clock);
  }

  @Override
  public String provider() {
    return "webhook";
  }

  /** Each address is another one's server: trouble of one tells nothing of the others. */
  @Override
  public boolean canFail() {
    return false;
  }

  @Override
  public Sending send(OutboundMessage message) {
    WebhookAccount now = account.get();
    URI address = URI.create(message.guestAddress());
    if (!now.allows(address)) {
      return Sending.Refused.unasked(
          "not_allowed", "The program's address is not among those that may be told.");
    }
    Instant at = clock.instant();
    try {
      return outcome(
          WholeAnswer.of(
              connections.client(),
              request(message, address, now, at),
              BodyHandlers.discarding(),
              Timeouts.USUAL.request()),
          message);
    } catch (WholeAnswer.NoAnswer e) {
      return new Sending.Later("no_answer", e.getMessage(), null);
    }
  }

  /** Not to be asked; whoever listens knows a repeat by its id. */
  @Override
  public EarlierTry alreadyTaken(OutboundMessage message, Set<String> known) {
    return EarlierTry.UNKNOWN;
  }

  private HttpRequest request(
      OutboundMessage message, URI address, WebhookAccount account, Instant at) {
    String body = body(message, at);
    String signed = message.id() + "." + at.getEpochSecond() + "." + body;
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/json")
        .header("User-Agent", "Conserje")
        .header("webhook-id", message.id().toString())
        .header("webhook-timestamp", String.valueOf(at.getEpochSecond()))
        .header("webhook-signature", "v1," + signature(account.key(), signed))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private String body(OutboundMessage message, Instant at) {
    Map<String, JsonNode> data = new LinkedHashMap<>();
    data.put("venue", JsonNode.createStringNode(message.venue().value()));
    data.put("text", JsonNode.createStringNode(message.text()));
    new TreeMap<>(message.about())
        .forEach((name, value) -> data.put(name, JsonNode.createStringNode(value)));
    String type = message.about().getOrDefault("occasion", "staff") + ".told";
    Map<String, JsonNode> body = new LinkedHashMap<>();
    body.put("type", JsonNode.createStringNode(type));
    body.put("timestamp", JsonNode.createStringNode(at.toString()));
    body.put("data", JsonNode.createObjectNode(data));
    try {
      return json.writeValueAsString(JsonNode.createObjectNode(body));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String signature(byte[] key, String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A redirect is not followed: it would lead where nobody has allowed. */
  private static Sending outcome(HttpResponse<?> answer, OutboundMessage message) {
    int status = answer.statusCode();
    if (status / 100 == 2) {
      return new Sending.Taken(message.id().toString());
    }
    String code = "http_" + status;
    String reason = "the program answered " + status;
    boolean passes = status >= 500 || PASSING.contains(status);
    if (!passes) {
      return new Sending.Refused(code, reason);
    }
    return new Sending.Later(code, reason, RetryAfter.of(answer.headers()));
  }
}
