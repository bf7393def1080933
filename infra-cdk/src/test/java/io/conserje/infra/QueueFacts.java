package io.conserje.infra;

import java.util.Map;

/** What stack and template must say alike of a queue. */
record QueueFacts(
    Object fifo,
    Object deduplicationScope,
    Object throughputLimit,
    Object visibilitySeconds,
    Object retentionSeconds,
    Object attempts,
    String deadLetters) {

  /** {@code deadLetters}: the name of the queue that the redrive policy points at. */
  static QueueFacts of(Map<String, Object> properties, String deadLetters) {
    return new QueueFacts(
        properties.get("FifoQueue"),
        properties.get("DeduplicationScope"),
        properties.get("FifoThroughputLimit"),
        properties.get("VisibilityTimeout"),
        properties.get("MessageRetentionPeriod"),
        Resources.map(properties.get("RedrivePolicy")).get("maxReceiveCount"),
        deadLetters);
  }
}
