package io.conserje.connectors.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import io.micronaut.http.MediaType;
import io.micronaut.http.exceptions.UriSyntaxException;
import java.util.Map;

/** A function behind the HTTP API: all it logs carries the correlation id of the request. */
public abstract class HttpFunction extends APIGatewayV2HTTPEventFunction {

  protected HttpFunction(ApplicationContext context) {
    super(context);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try (Correlation _ = Correlation.begin(Correlation.of(event))) {
      return Headers.wellFormed(event) ? super.handleRequest(event, context) : malformed();
    } catch (UriSyntaxException noPath) {
      return malformed();
    }
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
