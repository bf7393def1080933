package io.conserje.infra;

import io.conserje.names.Queue;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.DeduplicationScope;
import software.amazon.awscdk.services.sqs.FifoThroughputLimit;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * Every queue with its dead letters. A message in them is a guest waiting: they go with the state.
 */
final class MessageQueues extends Construct {

  private final Deployment deployment;
  private final Map<Queue, IQueue> queues = new LinkedHashMap<>();
  private final Map<Queue, IQueue> deadLetters = new LinkedHashMap<>();

  MessageQueues(Construct scope, Deployment deployment) {
    super(scope, "Queues");
    this.deployment = deployment;
    Queue.all().forEach(this::create);
  }

  IQueue of(Queue queue) {
    return queues.get(queue);
  }

  IQueue deadLettersOf(Queue queue) {
    return deadLetters.get(queue);
  }

  private void create(Queue queue) {
    IQueue dead = builder(queue, queue.deadLetters()).retentionPeriod(Duration.days(14)).build();
    deadLetters.put(queue, dead);
    queues.put(
        queue,
        builder(queue, queue.name())
            .visibilityTimeout(Duration.seconds(queue.visibility().toSeconds()))
            .deadLetterQueue(
                DeadLetterQueue.builder().queue(dead).maxReceiveCount(queue.attempts()).build())
            .build());
  }

  private software.amazon.awscdk.services.sqs.Queue.Builder builder(Queue queue, String name) {
    var builder =
        software.amazon.awscdk.services.sqs.Queue.Builder.create(this, name)
            .queueName(deployment.name(name))
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .removalPolicy(RemovalPolicy.RETAIN);
    return queue.fifo() ? highThroughput(builder) : builder;
  }

  private static software.amazon.awscdk.services.sqs.Queue.Builder highThroughput(
      software.amazon.awscdk.services.sqs.Queue.Builder builder) {
    return builder
        .fifo(true)
        .deduplicationScope(DeduplicationScope.MESSAGE_GROUP)
        .fifoThroughputLimit(FifoThroughputLimit.PER_MESSAGE_GROUP_ID);
  }
}
