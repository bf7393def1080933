package io.conserje.webhookload;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import java.util.Optional;

/** One kind of webhook: a provider's signed requests, each as the gateway hands it over. */
interface Traffic {

  String name();

  LambdaFunction function();

  /** Requests that follow one another, each another one than those before. */
  byte[] next();

  /** Whether that is the answer to such a request. */
  boolean answers(String answer);

  /** Where what was answered must be found; empty for what is answered with its effect. */
  default Optional<Queue> queue() {
    return Optional.empty();
  }
}
