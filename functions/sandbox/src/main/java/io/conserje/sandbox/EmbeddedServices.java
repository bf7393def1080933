package io.conserje.sandbox;

import io.conserje.sandbox.http.HttpPort;
import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.EmbeddedRedisServer;
import io.conserje.testkit.embedded.EmbeddedS3;
import io.conserje.testkit.embedded.EmbeddedSqs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The outside systems, each of them real or speaking the real protocol. */
final class EmbeddedServices implements AutoCloseable {

  private final Closing closing = new Closing();
  private final SecretsManagerStandIn secrets = new SecretsManagerStandIn();
  private final EmbeddedPostgresServer postgres;
  private final EmbeddedRedisServer redis;
  private final EmbeddedSqs sqs;
  private final EmbeddedS3 s3;
  private final HttpPort secretsPort;

  EmbeddedServices(boolean durable) {
    try {
      postgres = closing.later(EmbeddedPostgresServer.start(durable));
      redis = closing.later(EmbeddedRedisServer.start());
      sqs = closing.later(EmbeddedSqs.start());
      s3 = closing.later(EmbeddedS3.start());
      secretsPort = closing.later(HttpPort.take(0, "none"));
      secretsPort.serve(secrets);
    } catch (RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  EmbeddedPostgresServer postgres() {
    return postgres;
  }

  int postgresPort() {
    return postgres.port();
  }

  String redisUrl() {
    return redis.url();
  }

  String sqsEndpoint() {
    return sqs.endpoint();
  }

  EmbeddedS3 s3() {
    return s3;
  }

  String secretsEndpoint() {
    return secretsPort.address().toString();
  }

  SecretsManagerStandIn secrets() {
    return secrets;
  }

  void emptyRedis() {
    try (Socket socket = new Socket("127.0.0.1", redis.port())) {
      socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closing.close();
  }
}
