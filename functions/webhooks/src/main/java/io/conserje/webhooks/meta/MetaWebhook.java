package io.conserje.webhooks.meta;

import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import io.conserje.connectors.lambda.Correlation;
import io.conserje.connectors.lambda.NotLetIn;
import io.conserje.connectors.lambda.RawRequest;
import io.conserje.connectors.meta.MetaEvents;
import io.conserje.connectors.sqs.SqsDeliveryReports;
import io.conserje.connectors.sqs.SqsInbound;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestAttribute;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Meta tells: all of a notice is on the queues before Meta is told that it is ours. Where a
 * part may not be, Meta brings the whole notice again, and what was queued before counts once.
 */
@Controller("/meta/webhook")
final class MetaWebhook {

  private static final Logger LOG = LoggerFactory.getLogger(MetaWebhook.class);

  private final MetaCheck check;
  private final OpenJson json;
  private final MetaEvents events;
  private final SqsInbound inbound;
  private final SqsDeliveryReports reports;

  MetaWebhook(
      MetaCheck check,
      OpenJson json,
      MetaEvents events,
      SqsInbound inbound,
      SqsDeliveryReports reports) {
    this.check = check;
    this.json = json;
    this.events = events;
    this.inbound = inbound;
    this.reports = reports;
  }

  @Get(produces = MediaType.TEXT_PLAIN)
  String challenge(HttpRequest<?> request) {
    return check.challenge(RawRequest.of(request));
  }

  @Post(consumes = MediaType.ALL, produces = MediaType.TEXT_PLAIN)
  String notice(HttpRequest<?> request, @RequestAttribute(MetaFilter.BODY) byte[] verified) {
    Part notice =
        json.read(verified)
            .orElseThrow(() -> new NotLetIn(HttpStatus.BAD_REQUEST, "It is no JSON object."));
    MetaEvents.News news = events.read(notice, Correlation.of(RawRequest.of(request).event()));
    inbound.putAll(news.messages());
    reports.putAll(news.reports());
    if (news.left() > 0) {
      LOG.warn("{} items without an id, a sender or a number of ours are left.", news.left());
    }
    return "";
  }
}
