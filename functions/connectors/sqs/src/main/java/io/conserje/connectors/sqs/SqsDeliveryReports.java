package io.conserje.connectors.sqs;

import io.conserje.inbound.DeliveryReport;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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

  /** The same for many; throws when the queue may have them only in part. */
  public void putAll(List<DeliveryReport> reports) {
    if (reports.size() == 1) {
      put(reports.getFirst());
      return;
    }
    new Batches(sqs, queueUrl.get())
        .put(
            reports.stream()
                .map(report -> new Batches.Item(null, json.write(report), UnaryOperator.identity()))
                .toList());
  }
}
