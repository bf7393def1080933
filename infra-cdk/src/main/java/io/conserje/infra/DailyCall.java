package io.conserje.infra;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Route;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.constructs.Construct;

/**
 * Lambda puts a snapshot away that nobody has used for 14 days, and the next call fails. In a house that closes for the
 * winter that would be a guest's message, so every such function is called once a day with something harmless: an
 * unsigned webhook, the health page, an empty batch.
 */
final class DailyCall extends Construct {

  DailyCall(Construct scope, LambdaFunction function, DeployedFunction deployed) {
    super(scope, "DailyCall" + DeployedFunction.logicalName(function));
    Rule.Builder.create(this, "Rule")
        .schedule(Schedule.rate(Duration.days(1)))
        .targets(
            List.of(
                software.amazon.awscdk.services.events.targets.LambdaFunction.Builder.create(
                        deployed.live)
                    .event(RuleTargetInput.fromObject(event(function)))
                    .build()))
        .build();
  }

  private static Map<String, Object> event(LambdaFunction function) {
    return function.routes().isEmpty()
        ? Map.of("Records", List.of())
        : request(function.routes().getFirst());
  }

  /** As the gateway would send it, payload 2.0, with neither signature nor body. */
  private static Map<String, Object> request(Route route) {
    Map<String, Object> http =
        Map.of(
            "method", route.method(),
            "path", route.path(),
            "protocol", "HTTP/1.1",
            "sourceIp", "127.0.0.1",
            "userAgent", "conserje-daily-call");
    return Map.of(
        "version", "2.0",
        "routeKey", route.key(),
        "rawPath", route.path(),
        "rawQueryString", "",
        "headers", Map.of("content-type", "application/x-www-form-urlencoded"),
        "requestContext",
            Map.of("http", http, "routeKey", route.key(), "stage", "$default", "requestId", "daily"),
        "isBase64Encoded", false);
  }
}
