package io.conserje.webhooks.telnyx;

import io.conserje.call.CallEvent;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.lambda.Correlation;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.NotLetIn;
import io.conserje.connectors.lambda.RawRequest;
import io.conserje.connectors.sqs.SqsCallEvents;
import io.conserje.connectors.sqs.SqsDeliveryReports;
import io.conserje.connectors.sqs.SqsInbound;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestAttribute;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An event is on its queue before Telnyx, which waits two seconds, is told that it is ours. What is
 * signed and cannot be used is taken all the same: Telnyx would only bring it again.
 */
@Controller
final class TelnyxWebhook {

  private static final Logger LOG = LoggerFactory.getLogger(TelnyxWebhook.class);

  /** Nothing is expected in an answer. */
  private static final String TAKEN = "{}";

  private final OpenJson json;
  private final TelnyxMessages messages;
  private final TelnyxCalls calls;
  private final SqsInbound inbound;
  private final SqsDeliveryReports reports;
  private final SqsCallEvents callEvents;
  private final FunctionEnvironment environment;

  TelnyxWebhook(
      OpenJson json,
      TelnyxMessages messages,
      TelnyxCalls calls,
      SqsInbound inbound,
      SqsDeliveryReports reports,
      SqsCallEvents callEvents,
      FunctionEnvironment environment) {
    this.json = json;
    this.messages = messages;
    this.calls = calls;
    this.inbound = inbound;
    this.reports = reports;
    this.callEvents = callEvents;
    this.environment = environment;
  }

  @Post(uri = "/telnyx/events", consumes = MediaType.ALL, produces = MediaType.APPLICATION_JSON)
  String event(HttpRequest<?> request, @RequestAttribute(TelnyxFilter.BODY) byte[] verified) {
    String correlation = Correlation.of(RawRequest.of(request).event());
    TelnyxEvent.read(verified, json, environment.clock().instant(), correlation)
        .ifPresentOrElse(this::take, () -> noEvent(verified));
    return TAKEN;
  }

  private void noEvent(byte[] verified) {
    if (json.read(verified).isEmpty()) {
      throw new NotLetIn(HttpStatus.BAD_REQUEST, "It is no JSON object.");
    }
    LOG.warn("What Telnyx has signed is no event, and is left.");
  }

  private void take(TelnyxEvent event) {
    switch (event.type()) {
      case "message.received" -> {
        if (!messages.isOurs(event)) {
          messages.message(event).ifPresentOrElse(inbound::put, () -> left(event));
        }
      }
      case "message.sent", "message.finalized" ->
          messages.report(event).ifPresentOrElse(reports::put, () -> left(event));
      default -> call(event);
    }
  }

  private static void left(TelnyxEvent event) {
    LOG.warn("Telnyx's event {} lacks what it is about, and is left.", event.type());
  }

  private void call(TelnyxEvent event) {
    Optional<CallEvent> call = calls.event(event);
    call.ifPresent(callEvents::put);
    if (call.isEmpty()) {
      LOG.info("Nothing is done with Telnyx's event {}, which belongs to no call.", event.type());
    }
  }
}
