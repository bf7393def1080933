package io.conserje.connectors.aws;

import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;

/**
 * Keys from the environment where there are any; else those the platform serves to a restored
 * snapshot, whose environment has none.
 */
final class EnvironmentCredentials implements AwsCredentialsProvider {

  private final Map<String, String> environment;
  private final AwsCredentialsProvider platform = ContainerCredentialsProvider.create();

  EnvironmentCredentials(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public AwsCredentials resolveCredentials() {
    String key = environment.get("AWS_ACCESS_KEY_ID");
    String secret = environment.get("AWS_SECRET_ACCESS_KEY");
    if (key == null || secret == null) {
      return platform.resolveCredentials();
    }
    String session = environment.get("AWS_SESSION_TOKEN");
    return session == null
        ? AwsBasicCredentials.create(key, secret)
        : AwsSessionCredentials.create(key, secret, session);
  }
}
