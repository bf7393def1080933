package io.conserje.connectors.sqs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** Puts many messages on one queue in few exchanges, in the order of each group. */
final class Batches {

  /** What SQS takes at once. */
  private static final int MOST = 10;

  /** All bodies of one exchange; SQS counts 262,144 bytes, attributes included. */
  private static final int LARGEST = 240_000;

  /** As many connections as Java keeps open to one host for the next exchange. */
  private static final int LANES = 5;

  private final SqsClient sqs;
  private final String queueUrl;

  Batches(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  /**
   * One message.
   *
   * @param group of which the order is kept; null for none
   * @param heading whatever stands on it besides its body
   */
  record Item(
      String group, String body, UnaryOperator<SendMessageBatchRequestEntry.Builder> heading) {

    int size() {
      return body.getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /**
   * Returns once the queue has them all; throws when it may have them only in part. What belongs to
   * different groups goes side by side.
   */
  void put(List<Item> items) {
    List<List<Item>> lanes = lanes(items);
    AtomicBoolean failed = new AtomicBoolean();
    if (lanes.size() == 1) {
      send(lanes.getFirst(), failed);
      return;
    }
    List<Future<?>> ways = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      lanes.forEach(lane -> ways.add(threads.submit(() -> send(lane, failed))));
    }
    for (Future<?> way : ways) {
      if (way.state() == Future.State.FAILED) {
        throw SdkClientException.create(
            "The queue may have the messages only in part.", way.exceptionNow());
      }
    }
  }

  /** Each group whole and in its order in one of them; never none. */
  private static List<List<Item>> lanes(List<Item> items) {
    Map<Object, List<Item>> groups = new LinkedHashMap<>();
    for (Item item : items) {
      Object group = item.group() == null ? new Object() : item.group();
      groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(item);
    }
    int exchanges = (items.size() + MOST - 1) / MOST;
    int width = Math.clamp(Math.min(exchanges, groups.size()), 1, LANES);
    List<List<Item>> lanes = new ArrayList<>();
    for (int lane = 0; lane < width; lane++) {
      lanes.add(new ArrayList<>());
    }
    groups.values().stream()
        .sorted(Comparator.<List<Item>>comparingInt(List::size).reversed())
        .forEach(group -> shortest(lanes).addAll(group));
    return lanes;
  }

  private static List<Item> shortest(List<List<Item>> lanes) {
    return Collections.min(lanes, Comparator.comparingInt(List::size));
  }

  /** One batch after the other, up to one that fails here or on another lane. */
  private void send(List<Item> lane, AtomicBoolean failed) {
    try {
      for (List<Item> batch : batches(lane)) {
        if (failed.get()) {
          return;
        }
        send(batch);
      }
    } catch (RuntimeException | Error fault) {
      failed.set(true);
      throw fault;
    }
  }

  private static List<List<Item>> batches(List<Item> lane) {
    List<List<Item>> batches = new ArrayList<>();
    int size = 0;
    for (Item item : lane) {
      if (batches.isEmpty() || batches.getLast().size() == MOST || size + item.size() > LARGEST) {
        batches.add(new ArrayList<>());
        size = 0;
      }
      batches.getLast().add(item);
      size += item.size();
    }
    return batches;
  }

  private void send(List<Item> batch) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    for (Item item : batch) {
      entries.add(
          item.heading()
              .apply(SendMessageBatchRequestEntry.builder())
              .id(String.valueOf(entries.size()))
              .messageBody(item.body())
              .build());
    }
    SendMessageBatchResponse answer =
        sqs.sendMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
    if (answer.successful().size() != batch.size()) {
      throw SdkClientException.create(
          "The queue took " + answer.successful().size() + " of " + batch.size() + " messages.");
    }
  }
}
