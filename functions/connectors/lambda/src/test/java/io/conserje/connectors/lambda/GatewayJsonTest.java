package io.conserje.connectors.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.micronaut.serde.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Nothing is read or written otherwise than the Lambda runtime would. */
class GatewayJsonTest {

  private static final String WHOLE =
      """
      {"version":"2.0","routeKey":"POST /a","rawPath":"/a%20b","rawQueryString":"x=1&x=%C3%B1",
       "cookies":["a=1","b=2"],"headers":{"host":"x","accept":"a,b"},
       "queryStringParameters":{"x":"1,\\u00f1"},"pathParameters":{"proxy":"b"},
       "stageVariables":{"s":"v"},"body":"SMOzbGE=","isBase64Encoded":true,
       "requestContext":{"routeKey":"POST /a","accountId":"0","stage":"$default","apiId":"api",
         "domainName":"d.example","domainPrefix":"d","time":"20/Nov/2026:11:00:00 +0000",
         "timeEpoch":1795172400000,"requestId":"r","extra":{"new":[1]},
         "http":{"method":"POST","path":"/a b","protocol":"HTTP/1.1","sourceIp":"203.0.113.10",
           "userAgent":"u"}}}
      """;

  private static final ObjectMapper.CloseableObjectMapper MAPPER = ObjectMapper.create(Map.of());

  private final GatewayJson json = new GatewayJson(MAPPER);

  @AfterAll
  static void close() {
    MAPPER.close();
  }

  @Test
  void aRequestIsReadAsTheRuntimeReadsIt() throws IOException {
    assertEquals(byTheRuntime(WHOLE), byUs(WHOLE));
  }

  @Test
  void whatIsAbsentStaysAbsent() throws IOException {
    String bare = "{\"version\":\"2.0\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}";
    assertEquals(byTheRuntime(bare), byUs(bare));
    assertEquals(byTheRuntime("{}"), byUs("{}"));
  }

  @Test
  void anAnswerIsWrittenAsTheRuntimeReadsIt() throws IOException {
    APIGatewayV2HTTPResponse answer =
        APIGatewayV2HTTPResponse.builder()
            .withStatusCode(201)
            .withHeaders(Map.of("Content-Type", "text/xml"))
            .withCookies(List.of("a=1; Secure"))
            .withBody("¡Hola! \"1\"")
            .build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    json.write(answer, out);
    assertEquals(
        answer,
        LambdaEventSerializers.serializerFor(
                APIGatewayV2HTTPResponse.class, getClass().getClassLoader())
            .fromJson(out.toString(UTF_8)));
  }

  private APIGatewayV2HTTPEvent byUs(String event) throws IOException {
    return json.read(new ByteArrayInputStream(event.getBytes(UTF_8)));
  }

  private static APIGatewayV2HTTPEvent byTheRuntime(String event) {
    return LambdaEventSerializers.serializerFor(
            APIGatewayV2HTTPEvent.class, GatewayJsonTest.class.getClassLoader())
        .fromJson(event);
  }
}
