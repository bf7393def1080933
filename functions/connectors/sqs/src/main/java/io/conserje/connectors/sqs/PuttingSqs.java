package io.conserje.connectors.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * Puts single messages on queues by SQS's JSON protocol over a connection of its own. Whatever is
 * not answered with a plain yes goes the SDK's way, with its retries and its errors: a queue that
 * keeps an order knows by the message's id that it is the same, and on any other it may come twice
 * by SQS's own rules.
 */
final class PuttingSqs implements SqsClient {

  private static final Logger LOG = LoggerFactory.getLogger(PuttingSqs.class);

  /** With what was waited before, a function of ten seconds still answers. */
  private static final Duration SECOND_WAY = Duration.ofSeconds(5);

  private static final int OK = 200;
  private static final char FIRST_PLAIN = ' ';

  private final SqsSignature signature;
  private final Optional<URI> elsewhere;
  private final Network network;
  private final InstantSource machine;
  private final Supplier<SqsClient> maker;
  private SqsClient sdk;

  /** One exchange with the host of the queues. */
  interface Network extends AutoCloseable {

    /**
     * @throws IOException where there is no answer; the host may have acted all the same
     */
    QueueConnections.Answer post(URI host, Map<String, String> headers, byte[] body)
        throws IOException;

    @Override
    default void close() {}
  }

  /**
   * @param elsewhere where the queues are, if not at the host of their addresses
   * @param machine the true time, to which SQS holds a signature
   * @param maker of a client that can do everything; asked when there is need
   */
  PuttingSqs(
      SqsSignature signature,
      Optional<URI> elsewhere,
      Network network,
      InstantSource machine,
      Supplier<SqsClient> maker) {
    this.signature = signature;
    this.elsewhere = elsewhere;
    this.network = network;
    this.machine = machine;
    this.maker = maker;
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    String digest = md5(request.messageBody());
    if (isPlain(request) && isTaken(request, digest)) {
      return SendMessageResponse.builder().md5OfMessageBody(digest).build();
    }
    return sdk()
        .sendMessage(
            request.toBuilder()
                .overrideConfiguration(configuration -> configuration.apiCallTimeout(SECOND_WAY))
                .build());
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    return sdk().sendMessageBatch(request);
  }

  /** Whether nothing stands on it that is not written here. */
  private static boolean isPlain(SendMessageRequest request) {
    return !request.hasMessageAttributes()
        && !request.hasMessageSystemAttributes()
        && request.overrideConfiguration().isEmpty();
  }

  /** Whether SQS has it, and in the very words. */
  private boolean isTaken(SendMessageRequest request, String digest) {
    try {
      URI host = elsewhere.orElseGet(() -> URI.create(request.queueUrl()));
      byte[] body = json(request).getBytes(UTF_8);
      Map<String, String> headers =
          signature.signed(
              Map.of(
                  "content-type", "application/x-amz-json-1.0",
                  "host", host.getAuthority(),
                  "x-amz-target", "AmazonSQS.SendMessage"),
              body,
              machine.instant());
      QueueConnections.Answer answer = network.post(host, headers, body);
      if (answer.status() == OK && answer.body().contains('"' + digest + '"')) {
        return true;
      }
      LOG.warn("A queue answered {}. Put there once more, by the SDK.", answer.status());
    } catch (IOException fault) {
      LOG.warn("No answer from a queue. Put there once more, by the SDK.", fault);
    }
    return false;
  }

  private static String json(SendMessageRequest request) {
    StringBuilder json = new StringBuilder("{");
    field(json, "QueueUrl", request.queueUrl());
    field(json, "MessageGroupId", request.messageGroupId());
    field(json, "MessageDeduplicationId", request.messageDeduplicationId());
    if (request.delaySeconds() != null) {
      json.append("\"DelaySeconds\":").append(request.delaySeconds()).append(',');
    }
    field(json, "MessageBody", request.messageBody());
    json.setCharAt(json.length() - 1, '}');
    return json.toString();
  }

  private static void field(StringBuilder json, String name, String value) {
    if (value == null) {
      return;
    }
    json.append('"').append(name).append("\":\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < FIRST_PLAIN) {
        json.append(String.format("\\u%04x", (int) c));
      } else if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else {
        json.append(c);
      }
    }
    json.append("\",");
  }

  /** With which SQS confirms what it received. */
  private static String md5(String body) {
    try {
      byte[] bytes = body.getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private synchronized SqsClient sdk() {
    if (sdk == null) {
      sdk = maker.get();
    }
    return sdk;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public synchronized void close() {
    network.close();
    if (sdk != null) {
      sdk.close();
    }
  }
}
