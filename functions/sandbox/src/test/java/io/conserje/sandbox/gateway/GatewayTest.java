package io.conserje.sandbox.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.SandboxClock;
import io.conserje.sandbox.fixture.Fixture;
import io.conserje.sandbox.http.HttpPort;
import io.conserje.sandbox.lambda.Functions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayTest {

  private final Map<String, String> environment = new ConcurrentHashMap<>();
  private final SandboxClock clock = SandboxClock.starting(SandboxClock.DEFAULT_NOW);
  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir Path folder;
  private Functions functions;
  private HttpPort port;

  @BeforeEach
  void start() throws Exception {
    Path modules = Fixture.modules(folder.resolve("modules"));
    functions = new Functions(modules, folder.resolve("work"), environment, clock, new Activity());
    port = HttpPort.take(0, "SANDBOX_PORT");
    port.serve(new Gateway(List.of(Fixture.ECHO), functions, clock));
  }

  @AfterEach
  void stop() {
    port.close();
    functions.close();
    http.close();
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, false",
    "application/json; charset=utf-8, false",
    "text/plain, false",
    "application/xml, false",
    "application/javascript, false",
    "application/x-www-form-urlencoded, true",
    "application/x-www-form-urlencoded; charset=UTF-8, true",
    "application/problem+json, true",
    "application/octet-stream, true",
    ", true"
  })
  void bodyComesAsTextOnlyForTheFewTextTypes(String type, boolean base64) throws Exception {
    HttpRequest.Builder request = post("/echo", "a=1&b=ñ");
    if (type != null) {
      request.header("Content-Type", type);
    }
    JsonNode event = event(request);
    assertEquals(base64, event.path("isBase64Encoded").asBoolean());
    String body = event.path("body").asText();
    assertEquals("a=1&b=ñ", base64 ? decoded(body) : body);
  }

  @Test
  void bodyIsAbsentWhenEmpty() throws Exception {
    JsonNode event = event(post("/echo", ""));
    assertFalse(event.has("body"));
    assertFalse(event.path("isBase64Encoded").asBoolean());
  }

  @Test
  void eventIsThatOfPayloadVersionTwo() throws Exception {
    JsonNode event = event(get("/api/reservations/a%20b?venue=a%2Bb&x=1&x=2&empty="));
    assertEquals("2.0", event.path("version").asText());
    assertEquals("ANY /api/{proxy+}", event.path("routeKey").asText());
    assertEquals("/api/reservations/a%20b", event.path("rawPath").asText());
    assertEquals("venue=a%2Bb&x=1&x=2&empty=", event.path("rawQueryString").asText());
    assertEquals("1,2", event.path("queryStringParameters").path("x").asText());
    assertEquals("a+b", event.path("queryStringParameters").path("venue").asText());
    assertEquals("reservations/a b", event.path("pathParameters").path("proxy").asText());
    JsonNode context = event.path("requestContext");
    assertEquals("GET", context.path("http").path("method").asText());
    assertEquals("127.0.0.1", context.path("http").path("sourceIp").asText());
    assertEquals("$default", context.path("stage").asText());
    assertTrue(context.path("time").asText().startsWith("20/Nov/2026:11:0"));
    assertTrue(event.path("multiValueHeaders").isMissingNode());
  }

  @Test
  void headersAreLowerCaseAndJoinedAndCookiesStandApart() throws Exception {
    JsonNode event =
        event(
            get("/api/x")
                .header("X-Twilio-Signature", "Abc=")
                .header("X-Many", "1")
                .header("X-Many", "2")
                .header("Cookie", "a=1; b=2"));
    assertEquals("Abc=", event.path("headers").path("x-twilio-signature").asText());
    assertEquals("1,2", event.path("headers").path("x-many").asText());
    assertTrue(event.path("headers").path("cookie").isMissingNode());
    assertEquals("[\"a=1\",\"b=2\"]", event.path("cookies").toString());
  }

  @Test
  void answerKeepsCookiesAndBinaryAndLosesMultiValueHeaders() throws Exception {
    HttpResponse<byte[]> answer =
        http.send(get("/api/x?do=answer").build(), HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(201, answer.statusCode());
    assertEquals(List.of("a=1; Path=/", "b=2"), answer.headers().allValues("Set-Cookie"));
    assertEquals(List.of("1"), answer.headers().allValues("X-One"));
    assertEquals(List.of(), answer.headers().allValues("X-Many"));
    assertArrayEquals(new byte[] {0, 1, 2}, answer.body());
  }

  @Test
  void unknownPathAndWrongMethodAreNotFound() throws Exception {
    for (HttpRequest.Builder request :
        List.of(get("/nowhere"), get("/echo"), get("/api"), get("/health/"), get("/things"))) {
      HttpResponse<String> answer = send(request);
      assertEquals(404, answer.statusCode());
      assertEquals("{\"message\":\"Not Found\"}", answer.body());
    }
    assertEquals("7", event(get("/things/7")).path("pathParameters").path("id").asText());
  }

  @Test
  void headersOverTenKilobytesAreRefused() throws Exception {
    assertEquals(431, send(get("/api/x").header("X-Long", "x".repeat(10_300))).statusCode());
    assertEquals(431, send(get("/api/x?" + "x".repeat(10_300))).statusCode());
    assertEquals(200, send(get("/api/x").header("X-Long", "x".repeat(9_000))).statusCode());
  }

  @Test
  void bodiesThatNoFunctionCouldBeGivenAreRefused() throws Exception {
    assertEquals(413, send(post("/echo", "x".repeat(10 * 1024 * 1024 + 1))).statusCode());
    // as base64 it is larger than 6 MB
    assertEquals(413, send(post("/echo", "x".repeat(5 * 1024 * 1024))).statusCode());
    assertEquals(200, send(post("/echo", "x".repeat(4 * 1024 * 1024))).statusCode());
  }

  @ParameterizedTest
  @CsvSource({"throw", "large", "nonsense"})
  void whatAFunctionGetsWrongIsAnInternalServerError(String mistake) throws Exception {
    HttpResponse<String> answer = send(get("/api/x?do=" + mistake));
    assertEquals(500, answer.statusCode());
    assertEquals("{\"message\":\"Internal Server Error\"}", answer.body());
  }

  @Test
  void answerAfterTheTimeoutIsServiceUnavailable() throws Exception {
    port.close();
    port = HttpPort.take(0, "SANDBOX_PORT");
    port.serve(new Gateway(List.of(Fixture.ECHO), functions, clock, Duration.ofMillis(200)));
    HttpResponse<String> answer = send(get("/api/x?do=sleep"));
    assertEquals(503, answer.statusCode());
    assertEquals("{\"message\":\"Service Unavailable\"}", answer.body());
  }

  @Test
  void functionLivesInItsOwnClassLoaderWithTheLiveEnvironmentAndTheClock() throws Exception {
    environment.put("SEEN", "one");
    assertEquals("one", event(get("/api/x?do=environment")).path("seen").asText());
    environment.put("SEEN", "two");
    clock.set(SandboxClock.parse("2027-01-01T00:00:00Z"), false);
    JsonNode second = event(get("/api/x?do=environment"));
    assertEquals("two", second.path("seen").asText());
    assertEquals("2027-01-01T00:00:00Z", second.path("now").asText());
    assertEquals("EchoFunction", second.path("loader").asText());
    assertEquals("EchoFunction", second.path("contextLoader").asText());
    assertEquals("EchoFunction", second.path("function").asText());
  }

  private JsonNode event(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = send(request);
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.read(answer.body());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(URI.create(port.address() + path))
        .version(HttpClient.Version.HTTP_1_1);
  }

  private HttpRequest.Builder post(String path, String body) {
    return get(path).POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
