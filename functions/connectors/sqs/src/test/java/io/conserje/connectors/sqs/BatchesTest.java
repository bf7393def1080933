package io.conserje.connectors.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

class BatchesTest {

  private static final int LANES = 5;

  private final Line line = new Line();

  @Test
  void whatBelongsToDifferentGroupsGoesSideBySide() {
    line.together = new CountDownLatch(LANES);

    put(500, 50);

    assertEquals(0, line.together.getCount(), "as many at once as there are connections");
    assertEquals(LANES, line.most.get());
    assertEquals(50, line.exchanges.get());
  }

  @Test
  void theOrderOfEachGroupIsKept() {
    put(500, 7);

    Map<String, List<Integer>> expected = new TreeMap<>();
    IntStream.range(0, 500)
        .forEach(i -> expected.computeIfAbsent("g" + i % 7, _ -> new ArrayList<>()).add(i));
    assertEquals(expected, line.taken);
    assertTrue(line.most.get() > 1);
  }

  @Test
  void oneGroupGoesOneAfterTheOther() {
    put(95, 1);

    assertEquals(IntStream.range(0, 95).boxed().toList(), line.taken.get("g0"));
    assertEquals(1, line.most.get());
    assertEquals(10, line.exchanges.get());
  }

  @Test
  void whatHasNoOrderGoesSideBySideToo() {
    new Batches(line, "q").put(IntStream.range(0, 100).mapToObj(i -> item(null, i)).toList());

    assertEquals(100, line.taken.get("null").size());
    assertEquals(10, line.exchanges.get());
    assertTrue(line.most.get() > 1);
  }

  @Test
  void fewGoInOneExchange() {
    put(10, 10);
    assertEquals(1, line.exchanges.get());
    put(0, 1);
    assertEquals(1, line.exchanges.get());
  }

  @Test
  void whereOneGroupFailsNothingOfItFollowsAndTheWholeIsAFault() {
    line.failing = 21;

    SdkException fault = assertThrows(SdkException.class, () -> put(500, 20));

    assertEquals("no", fault.getCause().getMessage());
    List<Integer> before = line.taken.getOrDefault("g1", List.of());
    assertTrue(before.stream().allMatch(number -> number < 21), before.toString());
    assertTrue(line.exchanges.get() < 41, "the others stop, too");
  }

  @Test
  void whatTheQueueTakesInPartIsAFault() {
    line.leavesOut = true;
    assertThrows(SdkException.class, () -> put(500, 50));
    assertThrows(SdkException.class, () -> put(3, 1));
  }

  private void put(int messages, int groups) {
    new Batches(line, "q")
        .put(IntStream.range(0, messages).mapToObj(i -> item("g" + i % groups, i)).toList());
  }

  private static Batches.Item item(String group, int number) {
    return new Batches.Item(
        group,
        String.valueOf(number),
        entry -> group == null ? entry : entry.messageGroupId(group));
  }

  /** Takes a moment for each exchange, and notes what comes when. */
  private static final class Line implements SqsClient {
    final Map<String, List<Integer>> taken = new TreeMap<>();
    final AtomicInteger exchanges = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    final AtomicInteger now = new AtomicInteger();
    CountDownLatch together = new CountDownLatch(0);
    int failing = -1;
    boolean leavesOut;

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
      exchanges.incrementAndGet();
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      try {
        together.countDown();
        together.await(2, TimeUnit.SECONDS);
        Thread.sleep(2);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      } finally {
        now.decrementAndGet();
      }
      return take(request.entries());
    }

    private synchronized SendMessageBatchResponse take(List<SendMessageBatchRequestEntry> entries) {
      if (entries.stream().anyMatch(e -> e.messageBody().equals(String.valueOf(failing)))) {
        throw SqsException.builder().message("no").build();
      }
      entries.forEach(e ->
          taken
              .computeIfAbsent(String.valueOf(e.messageGroupId()), _ -> new ArrayList<>())
              .add(Integer.valueOf(e.messageBody())));
      return SendMessageBatchResponse.builder()
          .successful(
              entries.stream()
                  .skip(leavesOut ? 1 : 0)
                  .map(e -> SendMessageBatchResultEntry.builder().id(e.id()).build())
                  .toList())
          .build();
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }
}
