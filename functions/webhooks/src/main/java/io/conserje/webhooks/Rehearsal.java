package io.conserje.webhooks;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.conserje.connectors.lambda.HttpFunction;
import io.conserje.connectors.lambda.SnapshotHook;
import io.conserje.connectors.secretsmanager.SecretsManagerSecrets;
import io.conserje.connectors.sqs.QueueJson;
import io.conserje.connectors.sqs.SqsRehearsal;
import io.conserje.webhooks.twilio.TwilioRehearsal;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.util.Map;

/**
 * What a first webhook would load, run before a snapshot is made: an unsigned request through the
 * real handler, which is refused before any secret is read, then signature, message and queue with
 * made-up values.
 */
final class Rehearsal {

  private final SecretsManagerSecrets secrets;
  private final QueueJson json;

  Rehearsal(SecretsManagerSecrets secrets, QueueJson json) {
    this.secrets = secrets;
    this.json = json;
  }

  SnapshotHook hook(HttpFunction function) {
    return SnapshotHook.register(() -> play(function), secrets::forget);
  }

  private void play(HttpFunction function) {
    function.handleRequest(unsigned(), new MockLambdaContext());
    SqsRehearsal.put(TwilioRehearsal.message(), json);
  }

  private static APIGatewayV2HTTPEvent unsigned() {
    return APIGatewayV2HTTPEvent.builder()
        .withRawPath("/whatsapp/webhook")
        .withHeaders(Map.of("content-type", "application/x-www-form-urlencoded"))
        .withBody("Qm9keT1lbnNheW8=")
        .withIsBase64Encoded(true)
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withRequestId("rehearsal")
                .withHttp(
                    APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                        .withMethod("POST")
                        .withPath("/whatsapp/webhook")
                        .build())
                .build())
        .build();
  }
}
