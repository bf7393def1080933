package io.conserje.infra;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Route;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.constructs.Construct;

/**
 * Lambda puts a snapshot away that nobody has used for 14 days, and the next call fails. In a house
 * that closes for the winter that would be a guest's message, so every such function is called once
 * a day with something harmless: an unsigned webhook, the health page, an empty batch.
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

  static Map<String, Object> event(LambdaFunction function) {
    return function.routes().isEmpty()
        ? Map.of("Records", List.of())
        : request(function.routes().getFirst());
  }

  /**
   * As the gateway would send it, payload 2.0, with neither signature nor body. Sorted, so that the
   * template is the same each time.
   */
  private static Map<String, Object> request(Route route) {
    Map<String, Object> http = new TreeMap<>();
    http.put("method", route.method());
    http.put("path", route.path());
    http.put("protocol", "HTTP/1.1");
    http.put("sourceIp", "127.0.0.1");
    http.put("userAgent", "conserje-daily-call");
    Map<String, Object> context = new TreeMap<>();
    context.put("http", http);
    context.put("requestId", "daily-call");
    context.put("routeKey", route.key());
    context.put("stage", "$default");
    Map<String, Object> request = new TreeMap<>();
    request.put("version", "2.0");
    request.put("routeKey", route.key());
    request.put("rawPath", route.path());
    request.put("rawQueryString", "");
    request.put("headers", Map.of("content-type", "application/x-www-form-urlencoded"));
    request.put("requestContext", context);
    request.put("isBase64Encoded", false);
    return request;
  }
}
