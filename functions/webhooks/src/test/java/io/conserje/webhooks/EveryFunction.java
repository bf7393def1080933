package io.conserje.webhooks;

import io.conserje.names.LambdaFunction;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;

/** The functions of this jar, as the stack starts them. */
final class EveryFunction {

  private EveryFunction() {}

  static Stream<LambdaFunction> all() {
    return LambdaFunction.all().stream().filter(f -> f.module().equals("webhooks"));
  }

  static WebhookFunction start(LambdaFunction function, Map<String, String> environment) {
    try {
      return (WebhookFunction)
          Class.forName(function.handler())
              .getConstructor(Map.class, InstantSource.class)
              .newInstance(environment, InstantSource.system());
    } catch (ReflectiveOperationException wrongName) {
      throw new IllegalStateException(wrongName);
    }
  }
}
