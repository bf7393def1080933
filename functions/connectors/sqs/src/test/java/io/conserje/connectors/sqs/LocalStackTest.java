package io.conserje.connectors.sqs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** A second opinion on what SQS does, from the last image that runs without a token. */
@ExtendWith(WhereDockerIs.class)
class LocalStackTest extends SqsContract {

  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");

  private LocalStackContainer server;

  @Override
  String endpoint() {
    server = new LocalStackContainer(IMAGE).withServices("sqs");
    server.start();
    return server.getEndpoint().toString();
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.stop();
    }
  }
}
