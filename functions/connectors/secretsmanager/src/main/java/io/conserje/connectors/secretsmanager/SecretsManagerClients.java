package io.conserje.connectors.secretsmanager;

import io.conserje.connectors.aws.AwsClients;
import io.conserje.names.Variable;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The Secrets Manager client of a function. */
public final class SecretsManagerClients {

  private SecretsManagerClients() {}

  public static SecretsManagerClient create(Map<String, String> environment) {
    return AwsClients.build(
        SecretsManagerClient.builder(), environment, Variable.AWS_ENDPOINT_URL_SECRETS_MANAGER);
  }
}
