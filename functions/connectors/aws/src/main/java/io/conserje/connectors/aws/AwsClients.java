package io.conserje.connectors.aws;

import io.conserje.names.Variable;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/**
 * How every AWS client of ours is built: region, endpoint and credentials from the given
 * environment, nothing looked up elsewhere, and time-outs short enough that a webhook still answers
 * within its own.
 */
public final class AwsClients {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(5);

  /** With its retry a call ends before the 10 seconds of the functions that make it. */
  private static final Duration WHOLE_CALL = Duration.ofSeconds(8);

  private static final int ATTEMPTS = 2;

  private AwsClients() {}

  /**
   * @param endpointVariable names the variable that redirects this service, as the AWS tools know
   *     it
   */
  public static <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C build(
      B builder, Map<String, String> environment, String endpointVariable) {
    String endpoint = environment.getOrDefault(endpointVariable, "");
    if (!endpoint.isBlank()) {
      builder.endpointOverride(URI.create(endpoint));
    }
    return builder
        .region(region(environment))
        .credentialsProvider(credentials(environment))
        .httpClient(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(READ)
                .build())
        .overrideConfiguration(AwsClients::limits)
        .build();
  }

  /** Where everything of ours is. */
  public static Region region(Map<String, String> environment) {
    String region = environment.getOrDefault(Variable.AWS_REGION, "");
    if (region.isBlank()) {
      throw new IllegalStateException(Variable.AWS_REGION + " is not set.");
    }
    return Region.of(region);
  }

  /** For what is signed without a client. */
  public static AwsCredentialsProvider credentials(Map<String, String> environment) {
    return new EnvironmentCredentials(environment);
  }

  private static void limits(ClientOverrideConfiguration.Builder configuration) {
    configuration
        .apiCallTimeout(WHOLE_CALL)
        .retryStrategy(retries -> retries.maxAttempts(ATTEMPTS))
        .defaultProfileFileSupplier(() -> ProfileFile.aggregator().build());
  }
}
