package io.conserje.connectors.sqs;

import io.conserje.connectors.aws.AwsClients;
import io.conserje.names.Variable;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SQS client of a function. It opens no connection before the first message. */
public final class SqsClients {

  private SqsClients() {}

  public static SqsClient create(Map<String, String> environment) {
    return AwsClients.build(SqsClient.builder(), environment, Variable.AWS_ENDPOINT_URL_SQS);
  }
}
