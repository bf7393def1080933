package io.conserje.connectors.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class HttpFunctionTest {

  private static SampleFunction function;

  @BeforeAll
  static void start() {
    function = new SampleFunction(Map.of());
  }

  @AfterAll
  static void stop() {
    function.getApplicationContext().close();
  }

  @Test
  void nothingIsKeptOfAnInvocation() {
    try (CapturedOutput output = new CapturedOutput()) {
      for (int i = 0; i < 3000; i++) {
        assertEquals(200, function.call("GET", "/sample/log", Map.of()).getStatusCode());
      }
      assertEquals(3000, output.lines().size());
    }
    assertEquals(
        List.of(), List.copyOf(function.getApplicationContext().getBeansOfType(Context.class)));
    assertEquals(
        List.of(),
        List.copyOf(function.getApplicationContext().getBeansOfType(LambdaLogger.class)));
  }

  @Test
  void theSendersIdIsInEveryLineAndGoneAfterwards() throws IOException {
    Map<String, Object> line =
        loggedBy("/sample/log", Map.of("i-twilio-idempotency-token", "0199e2a4-0000"));
    assertEquals("0199e2a4-0000", line.get("correlation"));
    assertEquals("Here.", line.get("message"));
    assertEquals("INFO", line.get("level"));
    assertEquals(null, MDC.get(Correlation.FIELD));
  }

  @Test
  void anIdThatCouldHarmTheLogIsNotTaken() throws IOException {
    assertEquals("gateway-1", loggedBy("/sample/log", Map.of()).get("correlation"));
    for (String id : List.of("", "a b", "{\"x\":1}", "é", "x".repeat(65))) {
      Map<String, Object> line = loggedBy("/sample/log", Map.of("i-twilio-idempotency-token", id));
      assertEquals("gateway-1", line.get("correlation"));
    }
  }

  @Test
  void aMissingSettingIsNamedInTheLogAndTheAnswerIs503() throws IOException {
    try (CapturedOutput output = new CapturedOutput()) {
      Map<String, Object> problem = problem(function.call("GET", "/sample/setting", Map.of()), 503);
      assertEquals("Service Unavailable", problem.get("title"));
      assertTrue(
          output.lines().getFirst().contains("SOME_KEY is not set"), output.lines().toString());
    }
  }

  @Test
  void anUnexpectedFaultIs500AndItsMessageIsOnlyInItsOwnField() throws IOException {
    try (CapturedOutput output = new CapturedOutput()) {
      problem(function.call("GET", "/sample/fault", Map.of()), 500);
      assertEquals(1, output.lines().size());
      Map<String, Object> line = parse(output.lines().getFirst());
      assertEquals("Lucía +34600000101", line.remove("faultMessage"));
      assertFalse(line.toString().contains("Luc"), line.toString());
      assertTrue(line.get("fault").toString().contains("SampleFunction"), line.toString());
    }
  }

  @Test
  void whatFormOfAnswerIsWishedForIsOfNoAccount() {
    for (String name : List.of("accept", "Accept")) {
      assertEquals(
          200, function.call("GET", "/sample/log", Map.of(name, "image/png")).getStatusCode());
    }
  }

  @Test
  void whatTheFrameworkRefusesIsAProblemToo() throws IOException {
    problem(function.call("GET", "/nowhere", Map.of()), 404);
    problem(function.call("DELETE", "/sample/log", Map.of()), 405);
    problem(function.call("POST", "/sample/json", Map.of("content-type", "image/png")), 415);
  }

  @Test
  void whatNoClientCouldSendIsA400() throws IOException {
    for (String path : List.of("/sample/%zz", "/sample/a b", "//", "/sample/{x}[\\")) {
      problem(function.call("GET", path, Map.of()), 400);
    }
    for (String value : List.of(" a", "\ta", "a\nb", "a\u0000", "a\u007f")) {
      problem(function.call("GET", "/sample/log", Map.of("x-any", value)), 400);
    }
  }

  private static Map<String, Object> problem(APIGatewayV2HTTPResponse response, int status)
      throws IOException {
    assertEquals(status, response.getStatusCode(), response.getBody());
    assertEquals("application/problem+json", response.getHeaders().get("Content-Type"));
    assertFalse(response.getIsBase64Encoded());
    Map<String, Object> problem = parse(response.getBody());
    assertEquals(status, problem.get("status"));
    assertFalse(problem.get("detail").toString().isBlank());
    return problem;
  }

  private static Map<String, Object> loggedBy(String path, Map<String, String> headers)
      throws IOException {
    try (CapturedOutput output = new CapturedOutput()) {
      function.call("GET", path, headers);
      assertEquals(1, output.lines().size(), output.lines().toString());
      return parse(output.lines().getFirst());
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> parse(String json) throws IOException {
    return function.getApplicationContext().getBean(JsonMapper.class).readValue(json, Map.class);
  }
}
