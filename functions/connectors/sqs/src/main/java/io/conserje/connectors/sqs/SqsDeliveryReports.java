package io.conserje.connectors.sqs;

import io.conserje.inbound.DeliveryReport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What providers say of our messages, on its way in; unordered, as providers send it. */
public final class SqsDeliveryReports {

  private static final Logger LOG = LoggerFactory.getLogger(SqsDeliveryReports.class);

  private final SqsClient sqs;
  private final Supplier<String> queueUrl;
  private final QueueJson json;

  public SqsDeliveryReports(SqsClient sqs, Supplier<String> queueUrl, QueueJson json) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.json = json;
  }

  /** Returns once the queue has it; throws when it may not have it. */
  public void put(DeliveryReport report) {
    sqs.sendMessage(request -> request.queueUrl(queueUrl.get()).messageBody(json.write(report)));
    LOG.atInfo()
        .addKeyValue("provider", report.provider())
        .addKeyValue("status", report.status())
        .log("A delivery report is on its queue.");
  }
}
