package io.conserje.connectors.sqs;

import io.conserje.connectors.aws.PlayedNetwork;
import io.conserje.inbound.InboundMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
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
}
