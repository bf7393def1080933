package io.conserje.connectors.sqs;

import io.conserje.inbound.InboundMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Sends a message as always, except that the network is played by an answer in memory: before a
 * snapshot it loads and compiles all that the first real message would wait for, and nothing leaves
 * the process.
 */
public final class SqsRehearsal {

  private SqsRehearsal() {}

  public static void put(InboundMessage message, QueueJson json) {
    try (SqsClient sqs = client(json.write(message))) {
      new SqsInbound(sqs, () -> "https://sqs.invalid/rehearsal.fifo", json).put(message);
    }
  }

  private static SqsClient client(String body) {
    return SqsClient.builder()
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
        .httpClient(new PlayedNetwork("{\"MD5OfMessageBody\":\"" + md5(body) + "\"}"))
        .build();
  }

  /** The digest with which SQS confirms what it received. */
  private static String md5(String body) {
    try {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private record PlayedNetwork(String answer) implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          return answered();
        }

        @Override
        public void abort() {
          // There is nothing to break off.
        }
      };
    }

    private HttpExecuteResponse answered() {
      return HttpExecuteResponse.builder()
          .response(SdkHttpResponse.builder().statusCode(200).build())
          .responseBody(
              AbortableInputStream.create(
                  new java.io.ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8))))
          .build();
    }

    @Override
    public void close() {
      // There is nothing to close.
    }
  }
}
