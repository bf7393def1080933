package io.conserje.connectors.sqs;

import io.conserje.connectors.aws.AwsClients;
import io.conserje.names.Variable;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SQS clients of a function. They open no connection before the first message. */
public final class SqsClients {

  private SqsClients() {}

  public static SqsClient create(Map<String, String> environment) {
    return AwsClients.build(SqsClient.builder(), environment, Variable.AWS_ENDPOINT_URL_SQS);
  }

  /** One that can only put messages on queues, at a fraction of the processor time. */
  public static SqsClient forPutting(Map<String, String> environment) {
    Optional<URI> elsewhere =
        Optional.ofNullable(environment.get(Variable.AWS_ENDPOINT_URL_SQS))
            .filter(url -> !url.isBlank())
            .map(URI::create);
    SqsSignature signature =
        new SqsSignature(AwsClients.credentials(environment), AwsClients.region(environment).id());
    InstantSource machine = InstantSource.system();
    return new PuttingSqs(
        signature, elsewhere, new QueueConnections(machine), machine, () -> create(environment));
  }
}
