package io.conserje.sandbox.queues;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;

/** The event that Lambda makes of received messages, and what it reads from the answer. */
final class SqsRecords {

  private SqsRecords() {}

  static String event(String queue, List<Message> messages) {
    ObjectNode event = Json.object();
    ArrayNode records = event.putArray("Records");
    messages.forEach(message -> records.add(record(queue, message)));
    return Json.write(event);
  }

  private static ObjectNode record(String queue, Message message) {
    ObjectNode record = Json.object();
    record.put("messageId", message.messageId());
    record.put("receiptHandle", message.receiptHandle());
    record.put("body", message.body());
    record.set("attributes", Json.of(message.attributesAsStrings()));
    ObjectNode attributes = record.putObject("messageAttributes");
    message
        .messageAttributes()
        .forEach((name, value) ->
            attributes
                .putObject(name)
                .put("stringValue", value.stringValue())
                .put("dataType", value.dataType()));
    record.put("md5OfBody", message.md5OfBody());
    record.put("eventSource", "aws:sqs");
    record.put("eventSourceARN", Queues.arn(queue));
    record.put("awsRegion", Queues.REGION);
    return record;
  }

  /**
   * What is done and may be deleted. An answer that names an unknown message means that nothing is.
   */
  static List<Message> done(List<Message> messages, String answer) {
    Set<String> known = new HashSet<>(messages.stream().map(Message::messageId).toList());
    Set<String> failed = new HashSet<>();
    for (JsonNode failure : Json.read(answer).path("batchItemFailures")) {
      failed.add(failure.path("itemIdentifier").asText(""));
    }
    return known.containsAll(failed)
        ? messages.stream().filter(message -> !failed.contains(message.messageId())).toList()
        : List.of();
  }
}
