package io.conserje.connectors.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import io.micronaut.http.MediaType;
import io.micronaut.http.exceptions.UriSyntaxException;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A function behind the HTTP API: all it logs carries the correlation id of the request. */
public abstract class HttpFunction extends APIGatewayV2HTTPEventFunction
    implements RequestStreamHandler {

  private final GatewayJson json;

  protected HttpFunction(ApplicationContext context) {
    super(context);
    this.json = new GatewayJson(context.getBean(JsonMapper.class));
  }

  /** What the Lambda runtime calls. */
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    json.write(handleRequest(json.read(in), context), out);
  }

  /** A made-up request takes the way of a real one; its answer is thrown away. */
  public void rehearse(String method, String path, String contentType, String base64Body) {
    String event =
        """
        {"version":"2.0","rawPath":"%2$s","rawQueryString":"","headers":{"content-type":"%3$s"},
         "requestContext":{"requestId":"rehearsal","timeEpoch":0,
           "http":{"method":"%1$s","path":"%2$s"}},
         "body":"%4$s","isBase64Encoded":true}
        """
            .formatted(method, path, contentType, base64Body);
    try (InputStream in = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8))) {
      handleRequest(in, OutputStream.nullOutputStream(), new MockLambdaContext());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try (Correlation _ = Correlation.begin(Correlation.of(event))) {
      return Headers.wellFormed(event)
          ? super.handleRequest(plain(Headers.withoutWishes(event)), context)
          : malformed();
    } catch (UriSyntaxException noPath) {
      return malformed();
    }
  }

  /** What is fetched has no body; the framework would look for parameters in it all the same. */
  private static APIGatewayV2HTTPEvent plain(APIGatewayV2HTTPEvent event) {
    var context = event.getRequestContext();
    if (context != null
        && context.getHttp() != null
        && "GET".equals(context.getHttp().getMethod())) {
      event.setBody(null);
    }
    return event;
  }

  /** On such a request the framework throws, or answers an empty 500. */
  private static APIGatewayV2HTTPResponse malformed() {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(400)
        .withHeaders(Map.of("Content-Type", MediaType.APPLICATION_JSON_PROBLEM))
        .withBody(
            "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"Malformed path or header.\"}")
        .build();
  }
}
