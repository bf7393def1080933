package io.conserje.connectors.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import io.micronaut.http.exceptions.UriSyntaxException;
import java.util.Map;

/** A function behind the HTTP API: all it logs carries the correlation id of the request. */
public abstract class HttpFunction extends APIGatewayV2HTTPEventFunction {

  /** A path the framework cannot even look at. */
  private static final APIGatewayV2HTTPResponse UNREADABLE =
      APIGatewayV2HTTPResponse.builder()
          .withStatusCode(400)
          .withHeaders(Map.of("Content-Type", "application/problem+json"))
          .withBody(
              """
              {"title":"Bad Request","status":400,"detail":"Write the path percent-encoded."}\
              """)
          .build();

  protected HttpFunction(ApplicationContext context) {
    super(context);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try (Correlation _ = Correlation.begin(Correlation.of(event))) {
      return super.handleRequest(event, context);
    } catch (UriSyntaxException unreadable) {
      return UNREADABLE;
    }
  }
}
