package io.conserje.testkit.embedded;

import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/**
 * A server of our own that speaks the SQS protocol, FIFO queues included. It starts without queues.
 */
public final class EmbeddedSqs implements AutoCloseable {

  private final SQSRestServer server;
  private final String endpoint;

  private EmbeddedSqs(SQSRestServer server) {
    this.server = server;
    this.endpoint = "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort();
  }

  /** On a port of the system's choice. */
  public static EmbeddedSqs start() {
    return new EmbeddedSqs(
        SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start());
  }

  /** What {@code AWS_ENDPOINT_URL_SQS} is set to. */
  public String endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    server.stopAndWait();
  }
}
