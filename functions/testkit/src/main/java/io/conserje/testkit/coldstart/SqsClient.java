package io.conserje.testkit.coldstart;

import io.conserje.names.Queue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The bench's own look at the queues, by SQS's JSON protocol. */
public final class SqsClient implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final String endpoint;

  public SqsClient(String endpoint) {
    this.endpoint = endpoint;
  }

  public void create(Queue queue) {
    String attributes =
        queue.fifo()
            ? "{\"FifoQueue\":\"true\",\"VisibilityTimeout\":\"3600\"}"
            : "{\"VisibilityTimeout\":\"3600\"}";
    call(
        "CreateQueue",
        "{\"QueueName\":\"" + queue.name() + "\",\"Attributes\":" + attributes + "}");
  }

  /** Whether a waiting message holds this text; messages seen once are not seen again. */
  boolean received(Queue queue, String text) {
    return call(
            "ReceiveMessage",
            "{\"QueueUrl\":\"%s\",\"MaxNumberOfMessages\":10}".formatted(url(endpoint, queue)))
        .contains(text);
  }

  /** How many wait there. */
  public int waiting(Queue queue) {
    String answer =
        call(
            "GetQueueAttributes",
            "{\"QueueUrl\":\"%s\",\"AttributeNames\":[\"ApproximateNumberOfMessages\"]}"
                .formatted(url(endpoint, queue)));
    return Integer.parseInt(answer.replaceAll("\\D", ""));
  }

  /** Deleted and made again: nothing is left, also not what it remembers. */
  public void anew(Queue queue) {
    call("DeleteQueue", "{\"QueueUrl\":\"%s\"}".formatted(url(endpoint, queue)));
    create(queue);
  }

  public static String url(String endpoint, Queue queue) {
    return endpoint + "/000000000000/" + queue.name();
  }

  @Override
  public void close() {
    http.close();
  }

  private String call(String operation, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint))
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "AmazonSQS." + operation)
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(operation + ": " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
