package io.conserje.connectors.sqs;

import static io.conserje.connectors.sqs.QueueConnections.played;

import io.conserje.connectors.aws.PlayedNetwork;
import io.conserje.connectors.sqs.QueueConnections.Answer;
import io.conserje.inbound.InboundMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Sends a message as always, except that the network is played by an answer in memory: before a
 * snapshot it loads and compiles all that the first real message would wait for, and nothing leaves
 * the process.
 */
public final class SqsRehearsal {

  private static final AwsCredentialsProvider NOBODY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none"));

  private SqsRehearsal() {}

  /**
   * @param times how often by the usual way; once by the other
   */
  public static void put(InboundMessage message, QueueJson json, int times) {
    String taken = "{\"MD5OfMessageBody\":\"" + md5(json.write(message)) + "\"}";
    try (SqsClient usual = putting((_, headers, body) -> played(headers, body, taken), taken);
        SqsClient second = putting((_, _, _) -> new Answer(0, "", false), taken)) {
      inbound(second, json).put(message);
      SqsInbound queue = inbound(usual, json);
      for (int time = 0; time < times; time++) {
        queue.put(message);
      }
    }
  }

  private static SqsInbound inbound(SqsClient sqs, QueueJson json) {
    return new SqsInbound(sqs, () -> "https://sqs.invalid/rehearsal.fifo", json);
  }

  private static SqsClient putting(PuttingSqs.Network network, String taken) {
    SqsSignature signature = new SqsSignature(NOBODY, Region.EU_WEST_1.id());
    InstantSource beginning = () -> Instant.EPOCH;
    return new PuttingSqs(signature, Optional.empty(), network, beginning, () -> client(taken));
  }

  private static SqsClient client(String taken) {
    return SqsClient.builder()
        .region(Region.EU_WEST_1)
        .credentialsProvider(NOBODY)
        .httpClient(new PlayedNetwork(taken))
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
