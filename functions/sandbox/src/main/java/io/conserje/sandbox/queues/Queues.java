package io.conserje.sandbox.queues;

import io.conserje.names.Queue;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues of the system with their dead letters, in the embedded SQS. */
public final class Queues implements AutoCloseable {

  public static final String REGION = "eu-west-1";
  public static final String ACCOUNT = "000000000000";
  public static final String ACCESS_KEY = "sandbox";

  private static final List<QueueAttributeName> COUNTS =
      List.of(
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);

  private static final List<Queue> REMINDERS = List.of(Queue.TURN_DUE, Queue.OUTBOX_DUE);

  private final SqsClient sqs;
  private final String endpoint;
  private final Duration visibility;

  /**
   * @param visibility shorter than in production, so that a retry is seen while one watches
   */
  public Queues(String endpoint, Duration visibility) {
    this.endpoint = endpoint;
    this.visibility = visibility;
    this.sqs =
        SqsClient.builder()
            .endpointOverride(URI.create(endpoint))
            .region(Region.of(REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(ACCESS_KEY, ACCESS_KEY)))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  public void create() {
    for (Queue queue : Queue.all()) {
      create(queue.deadLetters(), queue.fifo(), Map.of());
      create(queue.name(), queue.fifo(), Map.of(QueueAttributeName.REDRIVE_POLICY, redrive(queue)));
    }
  }

  /**
   * Deleted and made again: nothing is left, also not what FIFO queues remember of the last
   * minutes.
   */
  public void empty() {
    Stream<String> names = Queue.all().stream().flatMap(q -> Stream.of(q.name(), q.deadLetters()));
    names.forEach(name -> sqs.deleteQueue(request -> request.queueUrl(url(name))));
    create();
  }

  Duration visibility() {
    return visibility;
  }

  public SqsClient client() {
    return sqs;
  }

  public String url(Queue queue) {
    return url(queue.name());
  }

  public static String arn(String name) {
    return "arn:aws:sqs:" + REGION + ":" + ACCOUNT + ":" + name;
  }

  /** Whether nothing is visible, delayed or in flight. Dead letters do not count. */
  public boolean areEmpty() {
    return Queue.all().stream().allMatch(queue -> waiting(queue.name()) == 0);
  }

  /**
   * Whether nothing is there but reminders for a later time. They only remind of what stands in the
   * database; one may come for what somebody else has done in the meantime.
   */
  public boolean nothingIsDue() {
    return Queue.all().stream().allMatch(queue -> due(queue) == 0);
  }

  private int due(Queue queue) {
    return REMINDERS.contains(queue)
        ? sum(queue.name(), List.of(COUNTS.getFirst(), COUNTS.getLast()))
        : waiting(queue.name());
  }

  public int waiting(String name) {
    return sum(name, COUNTS);
  }

  private int sum(String name, List<QueueAttributeName> counts) {
    return sqs
        .getQueueAttributes(request -> request.queueUrl(url(name)).attributeNames(counts))
        .attributes()
        .values()
        .stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  private String url(String name) {
    return endpoint + "/" + ACCOUNT + "/" + name;
  }

  private void create(String name, boolean fifo, Map<QueueAttributeName, String> more) {
    Map<QueueAttributeName, String> attributes = new HashMap<>(more);
    attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, String.valueOf(visibility.toSeconds()));
    if (fifo) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
    }
    sqs.createQueue(request -> request.queueName(name).attributes(attributes));
  }

  private static String redrive(Queue queue) {
    return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
        .formatted(arn(queue.deadLetters()), queue.attempts());
  }

  @Override
  public void close() {
    sqs.close();
  }
}
