package io.conserje.connectors.s3;

import io.conserje.connectors.aws.AwsClients;
import io.conserje.names.Variable;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * One bucket. It is not asked for before its first use.
 *
 * @param name what its variable says, read at each use
 */
final class S3Bucket {

  /** Of another host than Amazon's, a bucket stands in the path. */
  private static final S3Configuration PLAIN =
      S3Configuration.builder().chunkedEncodingEnabled(false).build();

  private final Map<String, String> environment;
  private S3Client client;

  S3Bucket(Map<String, String> environment) {
    this.environment = environment;
  }

  boolean isThere() {
    return !name().isBlank();
  }

  String name() {
    return environment.getOrDefault(Variable.RECORDINGS_BUCKET, "");
  }

  private boolean isElsewhere() {
    return !environment.getOrDefault(Variable.AWS_ENDPOINT_URL_S3, "").isBlank();
  }

  synchronized S3Client client() {
    if (client == null) {
      client =
          AwsClients.build(
              S3Client.builder()
                  .forcePathStyle(isElsewhere())
                  .serviceConfiguration(PLAIN)
                  .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                  .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED),
              environment,
              Variable.AWS_ENDPOINT_URL_S3);
    }
    return client;
  }

  /** An address that anybody may fetch for so long. */
  URI address(String key, Duration good) {
    S3Presigner.Builder builder =
        S3Presigner.builder()
            .region(AwsClients.region(environment))
            .credentialsProvider(AwsClients.credentials(environment))
            .serviceConfiguration(PLAIN.toBuilder().pathStyleAccessEnabled(isElsewhere()).build());
    if (isElsewhere()) {
      builder.endpointOverride(URI.create(environment.get(Variable.AWS_ENDPOINT_URL_S3)));
    }
    try (S3Presigner presigner = builder.build()) {
      return URI.create(
          presigner
              .presignGetObject(wish ->
                  wish.signatureDuration(good)
                      .getObjectRequest(object -> object.bucket(name()).key(key)))
              .url()
              .toString());
    }
  }
}
