package io.conserje.connectors.sqs;

import io.conserje.testkit.embedded.EmbeddedSqs;
import org.junit.jupiter.api.AfterAll;

/** The embedded server, which is always there. */
class ElasticMqTest extends SqsContract {

  private final EmbeddedSqs server = EmbeddedSqs.start();

  @Override
  String endpoint() {
    return server.endpoint();
  }

  @AfterAll
  void stop() {
    server.close();
  }
}
