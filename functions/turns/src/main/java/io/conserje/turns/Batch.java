package io.conserje.turns;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works through a batch and reports what failed. On a FIFO queue everything behind a failed message
 * of the same group is reported failed too, or the order would be lost.
 */
final class Batch {

  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
  private static final String GROUP = "MessageGroupId";

  private Batch() {}

  /**
   * @param failed told of each message that failed itself
   */
  static SQSBatchResponse each(
      SQSEvent event, Consumer<SQSMessage> work, Consumer<SQSMessage> failed) {
    List<BatchItemFailure> failures = new ArrayList<>();
    Set<String> blocked = new HashSet<>();
    for (SQSMessage message : event.getRecords()) {
      String group = message.getAttributes() == null ? null : message.getAttributes().get(GROUP);
      if (blocked.contains(group) || !done(message, work, failed)) {
        failures.add(new BatchItemFailure(message.getMessageId()));
        if (group != null) {
          blocked.add(group);
        }
      }
    }
    return new SQSBatchResponse(failures);
  }

  private static boolean done(
      SQSMessage message, Consumer<SQSMessage> work, Consumer<SQSMessage> failed) {
    try {
      work.accept(message);
      return true;
    } catch (RuntimeException | Error fault) {
      if (endsAll(fault)) {
        throw fault;
      }
      LOG.error(
          "Message "
              + message.getMessageId()
              + " failed. The queue delivers it again; after its last try it goes to the dead letters.",
          fault);
      failed.accept(message);
      return false;
    }
  }

  /** Of these the machine under us does not recover; a stack that ran out is the message's own. */
  private static boolean endsAll(Throwable fault) {
    return fault instanceof VirtualMachineError && !(fault instanceof StackOverflowError);
  }
}
