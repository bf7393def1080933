package io.conserje.turns.webchat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.turns.House;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The web chat of a house with the sandbox's name, as a page calls it. */
final class Chat implements AutoCloseable {

  static final String PATH = "/webchat/messages";

  final House house = new House();
  Instant now = Instant.parse("2026-11-20T11:00:00Z");
  final WebChatFunction function;

  Chat() {
    this(Map.of());
  }

  /** Where these settings are others. */
  Chat(Map<String, String> settings) {
    house.environment.putAll(settings);
    house.execute(
        """
        INSERT INTO venues (id, house) VALUES ('restaurante', '{"venue": "restaurante", "name": "Casa Uno",
          "kind": "restaurant", "time_zone": "Europe/Madrid", "language": "es", "phone": "+34600000998",
          "address": "Plaza 1"}'), ('otra', '{"venue": "otra", "name": "Otra", "kind": "restaurant",
          "time_zone": "Europe/Madrid", "language": "es", "phone": "+34600000997", "address": "Plaza 2"}')
        """);
    function = new WebChatFunction(house.environment, () -> now);
  }

  APIGatewayV2HTTPResponse call(APIGatewayV2HTTPEvent event) {
    return function.handleRequest(event, new MockLambdaContext());
  }

  APIGatewayV2HTTPResponse say(Map<String, Object> message) {
    return say(message, Map.of(), "203.0.113.7");
  }

  APIGatewayV2HTTPResponse say(
      Map<String, Object> message, Map<String, String> headers, String source) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("content-type", "application/json");
    APIGatewayV2HTTPEvent event = event("POST", all, source);
    event.setBody(written(message));
    return call(event);
  }

  APIGatewayV2HTTPResponse news(String conversation, String after) {
    APIGatewayV2HTTPEvent event = event("GET", Map.of(), "203.0.113.7");
    Map<String, String> query = new HashMap<>(Map.of("conversation", conversation));
    if (after != null) {
      query.put("after", after);
    }
    event.setQueryStringParameters(query);
    return call(event);
  }

  APIGatewayV2HTTPResponse get(
      String path, Map<String, String> query, Map<String, String> headers) {
    APIGatewayV2HTTPEvent event = event("GET", path, headers, "203.0.113.7");
    event.setQueryStringParameters(new HashMap<>(query));
    return call(event);
  }

  /** What a browser asks before it sends a message. */
  APIGatewayV2HTTPResponse preflight(String origin) {
    Map<String, String> headers =
        Map.of(
            "origin", origin,
            "access-control-request-method", "POST",
            "access-control-request-headers", "content-type");
    return call(event("OPTIONS", headers, "203.0.113.7"));
  }

  Map<String, Object> answered(Map<String, Object> message) {
    return read(say(message));
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> lines(Map<String, Object> answer) {
    return (List<Map<String, Object>>) answer.get("messages");
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> read(APIGatewayV2HTTPResponse response) {
    try {
      return json().readValue(response.getBody(), Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(response.getBody(), e);
    }
  }

  private String written(Map<String, Object> message) {
    try {
      return json().writeValueAsString(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonMapper json() {
    return function.getApplicationContext().getBean(JsonMapper.class);
  }

  private static APIGatewayV2HTTPEvent event(
      String method, Map<String, String> headers, String source) {
    return event(method, PATH, headers, source);
  }

  static APIGatewayV2HTTPEvent event(
      String method, String path, Map<String, String> headers, String source) {
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRouteKey(method + " " + path)
        .withRawPath(path)
        .withRawQueryString("")
        .withHeaders(new HashMap<>(headers))
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withRequestId("gateway-1")
                .withStage("$default")
                .withHttp(
                    APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                        .withMethod(method)
                        .withPath(path)
                        .withProtocol("HTTP/1.1")
                        .withSourceIp(source)
                        .build())
                .build())
        .build();
  }

  @Override
  public void close() {
    function.getApplicationContext().close();
    house.close();
  }
}
