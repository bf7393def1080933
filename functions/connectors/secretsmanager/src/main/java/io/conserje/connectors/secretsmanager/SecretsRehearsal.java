package io.conserje.connectors.secretsmanager;

import io.conserje.connectors.aws.PlayedNetwork;
import io.conserje.connectors.aws.TlsRehearsal;
import io.conserje.names.Variable;
import io.micronaut.json.JsonMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Reads a made-up secret from a network in memory: what a snapshot may hold of the reading of
 * secrets.
 */
public final class SecretsRehearsal {

  private static final String ANSWER =
      "{\"Name\":\"rehearsal/none\",\"SecretString\":\"{\\\"NONE\\\":\\\"none\\\"}\"}";

  private SecretsRehearsal() {}

  /** The values of the made-up secret. */
  public static Map<String, String> read(JsonMapper json) {
    TlsRehearsal.play();
    try (SecretsManagerClient client = client()) {
      return new SecretsManagerSecrets(
              Map.of(Variable.SECRETS_PREFIX, "rehearsal"),
              InstantSource.fixed(Instant.EPOCH),
              () -> client,
              json)
          .of("none");
    }
  }

  private static SecretsManagerClient client() {
    return SecretsManagerClient.builder()
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
        .httpClient(new PlayedNetwork(ANSWER))
        .build();
  }
}
