package io.conserje.infra;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Route;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/** What every deploy replaces: the functions, what calls them, and the alarms. */
final class FunctionsStack extends Stack {

  final EnvironmentValues environment;
  final Alarms alarms;

  private final Map<LambdaFunction, DeployedFunction> functions = new LinkedHashMap<>();

  FunctionsStack(Construct scope, Deployment deployment, StateStack state, Packages packages) {
    super(
        scope,
        deployment.name("functions"),
        StackProps.builder().description("Conserje: functions, API, schedule, alarms").build());
    PublicApi front = new PublicApi(this, deployment);
    String baseUrl = deployment.publicBaseUrl().orElse(front.api.getApiEndpoint());
    environment = new EnvironmentValues(deployment, state, baseUrl, ChosenSettings.of(getNode()));
    for (LambdaFunction function : LambdaFunction.all()) {
      DeployedFunction deployed =
          new DeployedFunction(this, function, deployment, state, packages, environment);
      functions.put(function, deployed);
      front.route(deployed, function.routes());
      if (function.everyMinute()) {
        callEveryMinute(deployed);
      }
      if (function.snapStart()) {
        new DailyCall(this, function, deployed);
      }
    }
    migrateBeforeTheOthers(deployment);
    alarms = new Alarms(this, deployment, state, front, functions);
    outputs(baseUrl);
  }

  private void callEveryMinute(DeployedFunction function) {
    Rule.Builder.create(this, "EveryMinute")
        .schedule(Schedule.rate(Duration.minutes(1)))
        .targets(
            List.of(
                // The next minute repeats what this one missed.
                software.amazon.awscdk.services.events.targets.LambdaFunction.Builder.create(
                        function.live)
                    .retryAttempts(0)
                    .maxEventAge(Duration.minutes(1))
                    .build()))
        .build();
  }

  private void migrateBeforeTheOthers(Deployment deployment) {
    List<Alias> others =
        functions.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(LambdaFunction.MIGRATE))
            .map(entry -> entry.getValue().live)
            .toList();
    new Migration(this, deployment, functions.get(LambdaFunction.MIGRATE), others);
  }

  private void outputs(String baseUrl) {
    output("PublicBaseUrl", baseUrl, "What providers call and sign");
    LambdaFunction.all().stream()
        .filter(function -> function.module().equals("webhooks"))
        .flatMap(function -> function.routes().stream())
        .filter(route -> route.method().equals("POST"))
        .forEach(route -> output(outputName(route), baseUrl + route.path(), route.key()));
  }

  private void output(String name, String value, String description) {
    CfnOutput.Builder.create(this, name).value(value).description(description).build();
  }

  /** {@code WhatsappWebhookUrl} for {@code /whatsapp/webhook}. */
  private static String outputName(Route route) {
    return Arrays.stream(route.path().split("/"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining("", "", "Url"));
  }
}
