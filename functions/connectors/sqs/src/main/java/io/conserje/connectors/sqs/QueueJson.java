package io.conserje.connectors.sqs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.conserje.call.CallEvent;
import io.conserje.call.CallLine;
import io.conserje.call.CallPlace;
import io.conserje.call.CallReport;
import io.conserje.inbound.DeliveryReport;
import io.conserje.inbound.InboundMessage;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.SerdeImport;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What travels on the queues, as JSON. Fields a reader does not know are ignored, so that the
 * writer may be newer.
 */
@SerdeImport(value = InboundMessage.class, mixin = QueueJson.WithEmptyFields.class)
@SerdeImport(value = DeliveryReport.class, mixin = QueueJson.WithEmptyFields.class)
@SerdeImport(value = CallEvent.class, mixin = QueueJson.WithEmptyFields.class)
@SerdeImport(value = CallPlace.class, mixin = QueueJson.WithEmptyFields.class)
@SerdeImport(value = CallReport.class, mixin = QueueJson.WithEmptyFields.class)
@SerdeImport(value = CallLine.class, mixin = QueueJson.WithEmptyFields.class)
public final class QueueJson {

  /** An empty text or list is left out by default and would be read back as null. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  interface WithEmptyFields {}

  private final ObjectMapper mapper;

  public QueueJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  public InboundMessage inboundMessage(String body) {
    return read(body, InboundMessage.class);
  }

  public DeliveryReport deliveryReport(String body) {
    return read(body, DeliveryReport.class);
  }

  public TurnDue turnDue(String body) {
    return read(body, TurnDue.class);
  }

  public OutboxDue outboxDue(String body) {
    return read(body, OutboxDue.class);
  }

  public CallEvent callEvent(String body) {
    return read(body, CallEvent.class);
  }

  public String write(CallEvent event) {
    return written(event);
  }

  public String write(InboundMessage message) {
    return written(message);
  }

  public String write(DeliveryReport report) {
    return written(report);
  }

  public String write(TurnDue due) {
    return written(due);
  }

  public String write(OutboxDue due) {
    return written(due);
  }

  private <T> T read(String body, Class<T> type) {
    try {
      return mapper.readValue(body, type);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Not a " + type.getSimpleName(), unreadable);
    }
  }

  private String written(Object value) {
    try {
      return acceptable(mapper.writeValueAsString(value));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * SQS refuses a body with these two characters, which a guest may well send; escaped they are the
   * same JSON.
   */
  private static String acceptable(String json) {
    return json.replace("\uFFFE", "\\uFFFE").replace("\uFFFF", "\\uFFFF");
  }
}
