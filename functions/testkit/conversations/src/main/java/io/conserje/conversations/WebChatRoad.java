package io.conserje.conversations;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.connectors.postgres.KeyedDigest;
import io.conserje.connectors.postgres.PostgresInboundLedger;
import io.conserje.inbound.InboundMessage;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.webchat.ChatToken;
import io.conserje.webchat.ChatTokens;
import io.conserje.webchat.WebChat;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The chat on the house's pages: a request for each turn, answered at once. */
final class WebChatRoad implements Road {

  private static final String PATH = "/webchat/messages";

  private final World world;
  private final Venue venue;
  private final String language;
  private final ChatToken token;
  private String conversation;
  private String last;

  WebChatRoad(World world, String house, String language) {
    this.world = world;
    this.venue = world.ground.venue(house);
    this.language = language;
    ChatTokens tokens = new ChatTokens(() -> World.SESSION_KEY, new SecureRandom());
    this.token = tokens.begin(venue.id(), world.clock.instant());
    this.conversation = tokens.write(token);
  }

  /** All but the last message are in the ledger when the last comes to be answered. */
  @Override
  public Heard say(List<String> messages) {
    messages.subList(0, messages.size() - 1).forEach(this::write);
    world.clock.listen();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("venue", venue.id().value());
    body.put("conversation", conversation);
    body.put("text", messages.getLast());
    body.put("messageId", UUID.randomUUID().toString());
    body.put("language", language);
    APIGatewayV2HTTPEvent event = event("POST");
    event.setBody(Json.write(body));
    List<String> texts = texts(world.chat(event));
    long nanos = world.clock.turnNanos();
    world.settle();
    return new Heard(texts, nanos);
  }

  private void write(String text) {
    String id = UUID.randomUUID().toString();
    InboundMessage message =
        new InboundMessage(
            WebChat.PROVIDER,
            token.session() + ":" + id,
            Channel.WEBCHAT,
            venue.id().value(),
            token.address(),
            "",
            text,
            "text",
            List.of(),
            world.clock.instant(),
            id,
            language);
    new PostgresInboundLedger(
            world.ground.sql, world.ground.json, new KeyedDigest(() -> World.SESSION_KEY))
        .record(message, venue, false, null, world.clock.instant());
  }

  @Override
  public List<String> news() {
    APIGatewayV2HTTPEvent event = event("GET");
    Map<String, String> query = new HashMap<>(Map.of("conversation", conversation));
    if (last != null) {
      query.put("after", last);
    }
    event.setQueryStringParameters(query);
    return texts(world.chat(event));
  }

  @SuppressWarnings("unchecked")
  private List<String> texts(APIGatewayV2HTTPResponse response) {
    if (response.getStatusCode() != 200) {
      throw new IllegalStateException("The chat answered " + response.getStatusCode());
    }
    Map<String, Object> answer = Json.read(response.getBody());
    conversation = String.valueOf(answer.get("conversation"));
    List<Map<String, Object>> lines = (List<Map<String, Object>>) answer.get("messages");
    if (!lines.isEmpty()) {
      last = String.valueOf(lines.getLast().get("id"));
    }
    return lines.stream()
        .filter(line -> "house".equals(line.get("from")))
        .map(line -> String.valueOf(line.get("text")))
        .toList();
  }

  private static APIGatewayV2HTTPEvent event(String method) {
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRouteKey(method + " " + PATH)
        .withRawPath(PATH)
        .withRawQueryString("")
        .withHeaders(new HashMap<>(Map.of("content-type", "application/json")))
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withRequestId(UUID.randomUUID().toString())
                .withStage("$default")
                .withHttp(
                    APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                        .withMethod(method)
                        .withPath(PATH)
                        .withProtocol("HTTP/1.1")
                        .withSourceIp("203.0.113.7")
                        .build())
                .build())
        .build();
  }

  @Override
  public UUID conversation() {
    return world
        .ground
        .strings(
            "SELECT id::text AS text FROM conversations WHERE venue = ? AND guest_address = ?",
            venue.id().value(),
            token.address())
        .stream()
        .findFirst()
        .map(UUID::fromString)
        .orElse(null);
  }
}
