package io.conserje.testkit.lambda;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * One event on its way through a function; {@code deadline} in milliseconds since 1970, as the
 * function is told.
 */
record Invocation(String id, byte[] event, long deadline, CompletableFuture<byte[]> answer) {

  static Invocation of(byte[] event, Duration timeout) {
    return new Invocation(
        UUID.randomUUID().toString(),
        event,
        System.currentTimeMillis() + timeout.toMillis(),
        new CompletableFuture<>());
  }
}
