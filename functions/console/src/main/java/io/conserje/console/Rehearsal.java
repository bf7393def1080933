package io.conserje.console;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.conserje.connectors.lambda.HttpFunction;
import io.conserje.connectors.lambda.SnapshotHook;
import io.conserje.connectors.secretsmanager.SecretsManagerSecrets;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.util.Map;

/**
 * What a first request would load, run before a snapshot is made. It reads no secret and opens no
 * connection.
 */
final class Rehearsal {

  private final SecretsManagerSecrets secrets;

  Rehearsal(SecretsManagerSecrets secrets) {
    this.secrets = secrets;
  }

  SnapshotHook hook(HttpFunction function) {
    return SnapshotHook.register(
        () -> function.handleRequest(health(), new MockLambdaContext()), secrets::forget);
  }

  private static APIGatewayV2HTTPEvent health() {
    return APIGatewayV2HTTPEvent.builder()
        .withRawPath("/health")
        .withRawQueryString("")
        .withHeaders(Map.of())
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withRequestId("rehearsal")
                .withHttp(
                    APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                        .withMethod("GET")
                        .withPath("/health")
                        .build())
                .build())
        .build();
  }
}
