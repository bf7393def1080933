package io.conserje.turns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {

  private final List<String> done = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      classes = {
        IllegalStateException.class,
        StackOverflowError.class,
        AssertionError.class,
        NoClassDefFoundError.class
      })
  void whateverOneMessageFailsOfItsNeighboursAreDone(Class<? extends Throwable> fault) {
    assertEquals(
        List.of("b1", "b2"), each(fault, "a1", "b1", "a2", "b2", "c1"), "b1, and b2 behind it");
    assertEquals(List.of("a1", "a2", "c1"), done);
    assertEquals(List.of("b1"), told);
  }

  @Test
  void withoutMemoryNothingGoesOn() {
    assertThrows(OutOfMemoryError.class, () -> each(OutOfMemoryError.class, "a1", "b1", "c1"));
    assertEquals(List.of("a1"), done);
  }

  @Test
  void ofMessagesWithoutAnOrderOnlyTheFailedOneComesAgain() {
    SQSEvent event = event("a1", "b1", "b2");
    event.getRecords().forEach(message -> message.setAttributes(null));
    assertEquals(List.of("b1"), failed(event, AssertionError.class));
    assertEquals(List.of("a1", "b2"), done);
  }

  /** The message b1 fails so; what is reported failed comes back. */
  private List<String> each(Class<? extends Throwable> fault, String... ids) {
    return failed(event(ids), fault);
  }

  private List<String> failed(SQSEvent event, Class<? extends Throwable> fault) {
    return Batch.each(event, message -> work(message, fault), m -> told.add(m.getMessageId()))
        .getBatchItemFailures()
        .stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private void work(SQSMessage message, Class<? extends Throwable> fault) {
    if (message.getMessageId().equals("b1")) {
      BatchTest.<RuntimeException>raise(fault);
    }
    done.add(message.getMessageId());
  }

  @SuppressWarnings("unchecked") // whatever it is, it is thrown as it is
  private static <T extends Throwable> void raise(Class<? extends Throwable> fault) throws T {
    try {
      throw (T) fault.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  private static SQSEvent event(String... ids) {
    SQSEvent event = new SQSEvent();
    event.setRecords(new ArrayList<>());
    for (String id : ids) {
      SQSMessage message = new SQSMessage();
      message.setMessageId(id);
      message.setAttributes(Map.of("MessageGroupId", id.substring(0, 1)));
      event.getRecords().add(message);
    }
    return event;
  }
}
