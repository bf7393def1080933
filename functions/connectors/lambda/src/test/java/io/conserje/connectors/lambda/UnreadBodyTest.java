package io.conserje.connectors.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadBodyTest {

  private static final String SEND =
      " Send a JSON object whose fields may be venue, partySize, pets, words, who.";

  private static SampleFunction function;

  @BeforeAll
  static void start() {
    function = new SampleFunction(Map.of());
  }

  @AfterAll
  static void stop() {
    function.getApplicationContext().close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"venue\":\"a\",}       | 1, column 14",
        "{\"venue\":\"a\"         | 1, column 13",
        "{venue:\"a\"}            | 1, column 2",
        "Lucía                    | 1, column 1",
        "{\"venue\": \"Lucía      | 1, column 18",
      })
  void whatIsNoJsonIsToldWithItsPlace(String body, String place) throws IOException {
    assertEquals("The body is no JSON from line " + place + " on." + SEND, told(body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "[]", "\"Lucía\"", "5", "true", "[{\"venue\":\"a\"}]"})
  void whatIsNoObjectIsTold(String body) throws IOException {
    assertEquals("The body is empty or no JSON object." + SEND, told(body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"venue\":{}}                          | Give venue as text.",
        "{\"venue\":\"a\",\"partySize\":\"Lucía\"} | Give partySize as a number.",
        "{\"partySize\":99999999999}             | Give partySize as a number.",
        "{\"partySize\":{}}                      | Give partySize as a number.",
        "{\"pets\":{}}                           | Give pets as true or false.",
        "{\"words\":{\"a\":1}}                   | Give words as a list.",
        "{\"words\":[\"a\",{}]}                  | Give words[1] as text.",
        "{\"who\":\"Lucía\"}                     | Give who as an object.",
        "{\"who\":{\"name\":[]}}                 | Give who.name as text.",
        "{\"who\":{\"ages\":[3,{}]}}             | Give who.ages[1] as a number.",
      })
  void aFieldThatIsOfAnotherKindIsNamed(String body, String told) throws IOException {
    assertEquals(told, told(body));
  }

  @Test
  void whatIsReadIsTaken() {
    assertEquals(200, function.post("/sample/wish", "{\"venue\":\"a\"}").getStatusCode());
    assertEquals(200, function.post("/sample/bytes", "{").getStatusCode());
  }

  private static String told(String body) throws IOException {
    APIGatewayV2HTTPResponse answer = function.post("/sample/wish", body);
    assertEquals(400, answer.getStatusCode(), answer.getBody());
    assertTrue(answer.getHeaders().get("Content-Type").startsWith("application/problem+json"));
    return function
        .getApplicationContext()
        .getBean(JsonMapper.class)
        .readValue(answer.getBody(), Problem.class)
        .detail();
  }
}
