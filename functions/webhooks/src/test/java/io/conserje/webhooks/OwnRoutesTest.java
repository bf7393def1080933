package io.conserje.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import io.conserje.names.LambdaFunction;
import io.conserje.names.Route;
import io.conserje.names.Variable;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Several functions live in this jar; none of them knows what the others are for. */
class OwnRoutesTest {

  @TestFactory
  Stream<DynamicTest> aFunctionKnowsItsOwnRoutesAndNoOther() {
    return EveryFunction.all()
        .map(function -> DynamicTest.dynamicTest(function.name(), () -> asked(function)));
  }

  private static void asked(LambdaFunction function) {
    WebhookFunction started =
        EveryFunction.start(function, Map.of(Variable.AWS_REGION, "eu-west-1"));
    for (LambdaFunction other : EveryFunction.all().toList()) {
      for (Route route : other.routes()) {
        int status = started.handleRequest(event(route), new MockLambdaContext()).getStatusCode();
        if (other.equals(function)) {
          assertNotEquals(404, status, route.key());
        } else {
          assertEquals(404, status, route.key());
        }
      }
    }
    started.getApplicationContext().close();
  }

  private static APIGatewayV2HTTPEvent event(Route route) {
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRawPath(route.path())
        .withRawQueryString("")
        .withHeaders(Map.of())
        .withRequestContext(
            RequestContext.builder()
                .withRequestId("route")
                .withHttp(
                    RequestContext.Http.builder()
                        .withMethod(route.method())
                        .withPath(route.path())
                        .build())
                .build())
        .build();
  }
}
