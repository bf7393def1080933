package io.conserje.console;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.names.Variable;
import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.EmbeddedRedisServer;
import io.conserje.testkit.embedded.SharedPostgres;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A console with a migrated database in which, once it is {@link #seeded}, two houses have had a
 * day, by {@code seed.sql}.
 */
final class House implements AutoCloseable {

  static final String KEY = "console-test-key";

  private final Runnable after;
  final EmbeddedPostgresServer postgres;
  final String database;
  final EmbeddedRedisServer redis = EmbeddedRedisServer.start();
  final Map<String, String> environment;
  final Console console;

  House() {
    this(SharedPostgres.server(), SharedPostgres.migrated(), SharedPostgres::giveBack);
  }

  /** On a database of which nobody needs to know what becomes of it. */
  House(EmbeddedPostgresServer postgres, String database) {
    this(postgres, database, _ -> {});
  }

  private House(EmbeddedPostgresServer postgres, String database, Consumer<String> after) {
    this.after = () -> after.accept(database);
    this.postgres = postgres;
    this.database = database;
    environment = new ConcurrentHashMap<>(environment());
    console = new Console(environment, InstantSource.fixed(Instant.parse("2026-11-20T11:00:00Z")));
  }

  private Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(reached());
    all.put(Variable.ADMIN_API_KEY, KEY);
    all.put(Variable.SESSION_SECRET_KEY, "test-session-key-not-real");
    return all;
  }

  private Map<String, String> reached() {
    return Map.of(
        Variable.AWS_REGION,
        "eu-west-1",
        Variable.POSTGRES_SERVER,
        "127.0.0.1",
        Variable.POSTGRES_PORT,
        String.valueOf(postgres.port()),
        Variable.POSTGRES_DB,
        database,
        Variable.POSTGRES_USER,
        EmbeddedPostgresServer.USER,
        Variable.POSTGRES_PASSWORD,
        EmbeddedPostgresServer.PASSWORD,
        Variable.REDIS_URL,
        redis.url(),
        Variable.TWILIO_ACCOUNT_SID,
        "AC00000000000000000000000000000001",
        Variable.TWILIO_AUTH_TOKEN,
        "test-twilio-auth-token-not-real");
  }

  House seeded() {
    run(resource("seed.sql"));
    return this;
  }

  void run(String sql) {
    try (Connection connection = postgres.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  APIGatewayV2HTTPResponse get(String path, String query) {
    return call("GET", path, query, Map.of("authorization", "Bearer " + KEY));
  }

  /** As the gateway hands a body over: base64 unless its type is one of text. */
  APIGatewayV2HTTPResponse post(String path, String contentType, byte[] body) {
    APIGatewayV2HTTPEvent event =
        event(
            "POST",
            path,
            "",
            Map.of("authorization", "Bearer " + KEY, "content-type", contentType));
    boolean text = contentType.startsWith("text/") || contentType.startsWith("application/json");
    event.setIsBase64Encoded(!text);
    event.setBody(
        text ? new String(body, StandardCharsets.UTF_8) : Base64.getEncoder().encodeToString(body));
    return console.handleRequest(event, new MockLambdaContext());
  }

  APIGatewayV2HTTPResponse call(
      String method, String path, String query, Map<String, String> headers) {
    return console.handleRequest(event(method, path, query, headers), new MockLambdaContext());
  }

  Map<String, Object> json(APIGatewayV2HTTPResponse response) {
    try {
      @SuppressWarnings("unchecked")
      Map<String, Object> json =
          console
              .getApplicationContext()
              .getBean(JsonMapper.class)
              .readValue(response.getBody(), Map.class);
      return json;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static APIGatewayV2HTTPEvent event(
      String method, String path, String query, Map<String, String> headers) {
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRouteKey("ANY /api/{proxy+}")
        .withRawPath(path)
        .withRawQueryString(query)
        .withQueryStringParameters(query.isEmpty() ? null : parameters(query))
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
                        .withSourceIp("203.0.113.7")
                        .build())
                .build())
        .build();
  }

  /** As the gateway gives them beside the raw query: decoded, repeated ones joined by commas. */
  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.merge(
          decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "", (a, b) -> a + "," + b);
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String resource(String name) {
    try (InputStream file = House.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    console.getApplicationContext().close();
    redis.close();
    after.run();
  }
}
