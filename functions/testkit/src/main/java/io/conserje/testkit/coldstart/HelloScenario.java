package io.conserje.testkit.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.conserje.names.LambdaFunction;
import io.conserje.testkit.lambda.Hello;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The plain-Java hello gets the same kind of event as a webhook, and does nothing with it. */
final class HelloScenario implements Scenario {

  static final LambdaFunction FUNCTION =
      new LambdaFunction(
          "hello",
          "testkit",
          Hello.class.getName(),
          1769,
          Duration.ofSeconds(10),
          false,
          List.of(),
          List.of(),
          false,
          true,
          List.of(),
          List.of());

  @Override
  public First first(World world, int run) {
    return new First(ApiGatewayEvent.get("/hello", "run=" + run, Map.of()), Answer::isOk);
  }

  @Override
  public List<byte[]> training(int run) {
    return List.of("{}".getBytes(UTF_8), "{\"a\":[1,\"b\"]}".getBytes(UTF_8));
  }
}
