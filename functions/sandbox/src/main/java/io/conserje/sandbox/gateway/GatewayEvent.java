package io.conserje.sandbox.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.http.Form;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The event of payload version 2.0 that API Gateway makes of a request. */
final class GatewayEvent {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final Set<String> HOP_BY_HOP =
      Set.of("connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade");
  private static final Set<String> TEXT_TYPES =
      Set.of("application/json", "application/xml", "application/javascript");

  private GatewayEvent() {}

  static ObjectNode of(HttpExchange exchange, byte[] body, Routes.Match match, Instant now) {
    URI uri = exchange.getRequestURI();
    Map<String, String> headers = headers(exchange, now);
    ObjectNode event = Json.object();
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", uri.getRawPath());
    event.put("rawQueryString", uri.getRawQuery() == null ? "" : uri.getRawQuery());
    cookies(event, exchange);
    event.set("headers", Json.of(headers));
    query(event, uri.getRawQuery());
    event.set("requestContext", context(exchange, match, headers, now));
    if (!match.parameters().isEmpty()) {
      event.set("pathParameters", Json.of(match.parameters()));
    }
    body(event, body, headers.get("content-type"));
    return event;
  }

  /** Lower-case names, repeated ones joined; cookies have their own place. */
  private static Map<String, String> headers(HttpExchange exchange, Instant now) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), joined(values)));
    headers.keySet().removeAll(HOP_BY_HOP);
    headers.remove("cookie");
    headers.merge("x-forwarded-for", source(exchange), (old, own) -> old + ", " + own);
    headers.put("x-forwarded-port", String.valueOf(exchange.getLocalAddress().getPort()));
    headers.put("x-forwarded-proto", "http");
    headers.put("x-amzn-trace-id", trace(now));
    return headers;
  }

  private static String joined(List<String> values) {
    return String.join(",", values);
  }

  private static void cookies(ObjectNode event, HttpExchange exchange) {
    List<String> lines = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
    if (!lines.isEmpty()) {
      ArrayNode cookies = event.putArray("cookies");
      lines.stream().flatMap(line -> List.of(line.split(";\\s*")).stream()).forEach(cookies::add);
    }
  }

  private static void query(ObjectNode event, String raw) {
    if (raw != null && !raw.isEmpty()) {
      Map<String, String> values = new TreeMap<>();
      tolerant(raw)
          .fields()
          .forEach(f -> values.merge(f.name(), f.value(), (one, other) -> one + "," + other));
      event.set("queryStringParameters", Json.of(values));
    }
  }

  private static Form tolerant(String raw) {
    try {
      return Form.parse(raw);
    } catch (IllegalArgumentException badEscape) {
      return Form.parse(raw.replace("%", "%25"));
    }
  }

  private static ObjectNode context(
      HttpExchange exchange, Routes.Match match, Map<String, String> headers, Instant now) {
    String domain = headers.getOrDefault("host", "127.0.0.1").replaceAll(":\\d+$", "");
    ObjectNode context = Json.object();
    context.put("accountId", "000000000000");
    context.put("apiId", "sandbox");
    context.put("domainName", domain);
    context.put("domainPrefix", domain.split("\\.")[0]);
    ObjectNode http = context.putObject("http");
    http.put("method", exchange.getRequestMethod());
    http.put("path", exchange.getRequestURI().getRawPath());
    http.put("protocol", exchange.getProtocol());
    http.put("sourceIp", source(exchange));
    http.put("userAgent", headers.getOrDefault("user-agent", ""));
    context.put("requestId", UUID.randomUUID().toString());
    context.put("routeKey", match.route().key());
    context.put("stage", "$default");
    context.put("time", TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());
    return context;
  }

  private static void body(ObjectNode event, byte[] body, String contentType) {
    boolean base64 = body.length > 0 && !text(contentType);
    if (body.length > 0) {
      event.put(
          "body",
          base64
              ? Base64.getEncoder().encodeToString(body)
              : new String(body, StandardCharsets.UTF_8));
    }
    event.put("isBase64Encoded", base64);
  }

  static boolean text(String contentType) {
    if (contentType == null) {
      return false;
    }
    String type = contentType.split(";")[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/") || TEXT_TYPES.contains(type);
  }

  private static String source(HttpExchange exchange) {
    return exchange.getRemoteAddress().getAddress().getHostAddress();
  }

  private static String trace(Instant now) {
    String random = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    return "Root=1-%08x-%s".formatted(now.getEpochSecond(), random);
  }
}
