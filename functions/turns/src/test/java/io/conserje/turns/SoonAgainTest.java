package io.conserje.turns;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.conserje.connectors.sqs.SqsComeback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

class SoonAgainTest {

  private final Patience sqs = new Patience();
  private final SoonAgain soonAgain = new SoonAgain(new SqsComeback(() -> sqs));

  @Test
  void theFirstTriesFollowEachOtherWithinHalfAMinuteAndTheOthersWaitForTheQueue() {
    for (int delivery = 1; delivery <= 12; delivery++) {
      soonAgain.accept(message(String.valueOf(delivery)));
    }

    assertEquals(List.of(1, 2, 4, 8, 15), sqs.pauses);
    assertEquals(List.of("call-events.fifo"), sqs.names.stream().distinct().toList());
  }

  @Test
  void whereTheQueueCannotBeToldItBringsItBackInItsOwnTime() {
    sqs.away = true;

    assertDoesNotThrow(() -> soonAgain.accept(message("1")));
  }

  private static SQSMessage message(String delivery) {
    SQSMessage message = new SQSMessage();
    message.setMessageId("1");
    message.setReceiptHandle("handle");
    message.setEventSourceArn("arn:aws:sqs:eu-west-1:000000000000:call-events.fifo");
    message.setAttributes(Map.of("ApproximateReceiveCount", delivery));
    return message;
  }

  /** Notes how long messages are to wait. */
  private static final class Patience implements SqsClient {
    final List<Integer> pauses = new ArrayList<>();
    final List<String> names = new ArrayList<>();
    boolean away;

    @Override
    public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
      if (away) {
        throw SqsException.builder().message("away").build();
      }
      names.add(request.queueName());
      return GetQueueUrlResponse.builder().queueUrl("https://sqs.example.com/queue").build();
    }

    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(
        ChangeMessageVisibilityRequest request) {
      pauses.add(request.visibilityTimeout());
      return ChangeMessageVisibilityResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }
}
