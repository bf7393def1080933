package io.conserje.turns;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.conserje.call.CallEvent;
import io.conserje.call.RecordCall;
import io.conserje.call.out.MakeCall;
import io.conserje.call.out.OutgoingCall;
import io.conserje.connectors.lambda.Correlation;
import io.conserje.connectors.sqs.OutboxDue;
import io.conserje.connectors.sqs.QueueJson;
import io.conserje.connectors.sqs.TurnDue;
import io.conserje.conversation.Receptionist;
import io.conserje.conversation.Receptionist.Answer;
import io.conserje.conversation.SavedTurns.LeaseLost;
import io.conserje.conversation.Wakeups;
import io.conserje.inbound.DeliveryReport;
import io.conserje.inbound.InboundMessage;
import io.conserje.inbound.RecordInbound;
import io.conserje.names.Queue;
import io.conserje.outbound.DeliverReplies;
import io.conserje.outbound.RecordDelivery;
import io.conserje.outbound.WakingNotices;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each queue's messages ask for. */
final class QueueSteps {

  private static final Logger LOG = LoggerFactory.getLogger(QueueSteps.class);

  /** The field of the log line. */
  private static final String CHANNEL = "channel";

  private final QueueJson json;
  private final RecordInbound recordInbound;
  private final Receptionist receptionist;
  private final DeliverReplies deliverReplies;
  private final RecordDelivery recordDelivery;
  private final RecordCall recordCall;
  private final OutgoingNews outgoing;
  private final MakeCall makeCall;
  private final Map<String, Consumer<CallEvent>> callLeaders;
  private final WakingNotices notices;
  private final Wakeups wakeups;
  private final Consumer<SQSMessage> soonAgain;

  /**
   * @param callLeaders what is to be done after news of a call, by who carries it
   * @param soonAgain brings back what cannot wait until the queue does
   */
  QueueSteps(
      QueueJson json,
      RecordInbound recordInbound,
      Receptionist receptionist,
      DeliverReplies deliverReplies,
      RecordDelivery recordDelivery,
      RecordCall recordCall,
      OutgoingNews outgoing,
      MakeCall makeCall,
      Map<String, Consumer<CallEvent>> callLeaders,
      WakingNotices notices,
      Wakeups wakeups,
      Consumer<SQSMessage> soonAgain) {
    this.soonAgain = soonAgain;
    this.json = json;
    this.recordInbound = recordInbound;
    this.receptionist = receptionist;
    this.deliverReplies = deliverReplies;
    this.recordDelivery = recordDelivery;
    this.recordCall = recordCall;
    this.outgoing = outgoing;
    this.makeCall = makeCall;
    this.callLeaders = callLeaders;
    this.notices = notices;
    this.wakeups = wakeups;
  }

  SQSBatchResponse handle(SQSEvent event) {
    return Batch.each(event, message -> step(message).accept(message.getBody()), this::comesBack);
  }

  /** What is to be done in a call is worth nothing once the caller has hung up. */
  private void comesBack(SQSMessage message) {
    if (message.getEventSourceArn().endsWith(Queue.CALL_EVENTS.name())) {
      soonAgain.accept(message);
    }
  }

  private Consumer<String> step(SQSMessage message) {
    String queue = message.getEventSourceArn();
    if (queue.endsWith(Queue.INBOUND.name())) {
      return this::record;
    }
    if (queue.endsWith(Queue.TURN_DUE.name())) {
      return body -> answer(json.turnDue(body));
    }
    if (queue.endsWith(Queue.OUTBOX_DUE.name())) {
      return body -> send(json.outboxDue(body));
    }
    if (queue.endsWith(Queue.DELIVERY_STATUSES.name())) {
      return this::report;
    }
    if (queue.endsWith(Queue.CALL_EVENTS.name())) {
      return this::call;
    }
    throw new IllegalArgumentException("No step belongs to " + queue);
  }

  private void record(String body) {
    InboundMessage message = json.inboundMessage(body);
    try (Correlation _ =
        Correlation.begin(message.correlation()).with(CHANNEL, message.channel().code())) {
      recordInbound.record(message);
    } finally {
      notices.wake();
    }
  }

  private void report(String body) {
    DeliveryReport report = json.deliveryReport(body);
    try (Correlation _ = Correlation.begin(report.correlation())) {
      recordDelivery.record(report);
    }
  }

  private void call(String body) {
    CallEvent event = json.callEvent(body);
    try (Correlation _ =
        Correlation.begin(event.correlation())
            .with(CHANNEL, "voice")
            .with("call", event.place().callId())) {
      Optional<OutgoingCall> ours = outgoing.of(event);
      LOG.atInfo()
          .addKeyValue("event", event.name())
          .log("News of a call: {}", recordCall.record(event));
      callLeaders.getOrDefault(event.place().provider(), _ -> {}).accept(event);
      ours.ifPresent(call -> outgoing.follow(event, call));
    }
  }

  /** The last message's own, else the conversation's. */
  private static Correlation of(String correlation, UUID conversation) {
    String id = conversation.toString();
    return Correlation.begin(correlation == null ? id : correlation).with("conversation", id);
  }

  private void send(OutboxDue due) {
    if (due.call() != null) {
      ring(due);
      return;
    }
    try (Correlation _ = of(due.correlation(), due.conversation())) {
      deliverReplies.deliver(due.conversation(), due.waitedOut());
    }
  }

  private void ring(OutboxDue due) {
    String id = due.call().toString();
    try (Correlation _ =
        Correlation.begin(due.correlation() == null ? id : due.correlation()).with("call", id)) {
      LOG.info("A call of ours was to be made: {}", makeCall.make(due.call()));
    }
  }

  private void answer(TurnDue due) {
    try (Correlation _ = of(due.correlation(), due.conversation()).with(CHANNEL, due.channel())) {
      Answer answer = receptionist.answer(due.conversation(), due.upTo());
      LOG.info("A turn was asked for: {}", answer.getClass().getSimpleName());
      switch (answer) {
        case Answer.Busy(Duration lease) -> wakeups.turnDue(due.conversation(), due.upTo(), lease);
        case Answer.NotHeard(Duration pause) ->
            wakeups.turnDue(due.conversation(), due.upTo(), pause);
        case Answer.Answered _, Answer.NotNow _ -> deliverReplies.deliver(due.conversation(), null);
      }
    } catch (LeaseLost e) {
      LOG.info(e.getMessage());
    } finally {
      notices.wake();
    }
  }
}
