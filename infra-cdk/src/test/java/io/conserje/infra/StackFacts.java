package io.conserje.infra;

import io.conserje.infra.FunctionFacts.QueueSource;
import io.conserje.names.LambdaFunction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awscdk.assertions.Template;

/** Reads the synthesised stacks, with names as they would be without stage. */
final class StackFacts {

  private static final String PREFIX = "conserje-prod-";

  private final Template state;
  private final Template functions;

  StackFacts(Template state, Template functions) {
    this.state = state;
    this.functions = functions;
  }

  /** By the logical name of the list: {@code TwilioMessages}. */
  Map<String, FunctionFacts> functions() {
    Map<String, FunctionFacts> facts = new TreeMap<>();
    Resources.functions(functions)
        .forEach((id, function) -> facts.put(logicalName(function), facts(id, function)));
    return facts;
  }

  Map<String, QueueFacts> queues() {
    var queues = Resources.ofType(state, "AWS::SQS::Queue");
    Map<String, QueueFacts> facts = new TreeMap<>();
    for (Map<String, Object> queue : queues.values()) {
      Object dead = Resources.map(queue.get("RedrivePolicy")).get("deadLetterTargetArn");
      facts.put(
          name(queue.get("QueueName")),
          QueueFacts.of(
              queue,
              dead == null ? null : name(queues.get(Resources.target(dead)).get("QueueName"))));
    }
    return facts;
  }

  private static String logicalName(Map<String, Object> function) {
    return LambdaFunction.all().stream()
        .filter(listed -> listed.name().equals(name(function.get("FunctionName"))))
        .map(DeployedFunction::logicalName)
        .findFirst()
        .orElseThrow();
  }

  private FunctionFacts facts(String id, Map<String, Object> function) {
    var aliases = aliases(id);
    return new FunctionFacts(
        function.get("Handler").toString(),
        function.get("Runtime").toString(),
        function.get("Architectures"),
        ((Number) function.get("MemorySize")).intValue(),
        ((Number) function.get("Timeout")).intValue(),
        (String) Resources.map(function.get("SnapStart")).get("ApplyOn"),
        aliases.values().stream().map(Object::toString).collect(Collectors.joining(",")),
        new TreeSet<>(
            Resources.map(Resources.map(function.get("Environment")).get("Variables")).keySet()),
        routes(aliases.keySet()),
        sources(aliases.keySet()),
        schedules(aliases.keySet()));
  }

  /** Logical id to name. */
  private Map<String, Object> aliases(String function) {
    Map<String, Object> found = new TreeMap<>();
    Resources.ofType(functions, "AWS::Lambda::Alias")
        .forEach((id, alias) -> {
          if (Resources.target(alias.get("FunctionName")).equals(function)) {
            found.put(id, alias.get("Name"));
          }
        });
    return found;
  }

  private Set<String> routes(Set<String> aliases) {
    var integrations = Resources.ofType(functions, "AWS::ApiGatewayV2::Integration");
    Set<String> found = new TreeSet<>();
    for (var route : Resources.ofType(functions, "AWS::ApiGatewayV2::Route").values()) {
      var integration = integrations.get(Resources.target(route.get("Target")));
      if (aliases.contains(Resources.target(integration.get("IntegrationUri")))) {
        String[] key = route.get("RouteKey").toString().split(" ");
        found.add(FunctionFacts.route(key[0], key[1], integration.get("PayloadFormatVersion")));
      }
    }
    return found;
  }

  private Set<QueueSource> sources(Set<String> aliases) {
    return Resources.ofType(functions, "AWS::Lambda::EventSourceMapping").values().stream()
        .filter(mapping -> aliases.contains(Resources.target(mapping.get("FunctionName"))))
        .map(mapping ->
            new QueueSource(
                exportedQueue(mapping.get("EventSourceArn")),
                ((Number) mapping.get("BatchSize")).intValue(),
                mapping.get("FunctionResponseTypes"),
                mapping.get("ScalingConfig")))
        .collect(Collectors.toSet());
  }

  /** Without the daily calls that keep snapshots in use: there are no snapshots on a laptop. */
  private Set<String> schedules(Set<String> aliases) {
    return Resources.ofType(functions, "AWS::Events::Rule").values().stream()
        .filter(rule -> !rule.get("Targets").toString().contains("Input="))
        .filter(rule -> aliases.containsAll(targets(rule)))
        .map(rule -> rule.get("ScheduleExpression").toString())
        .collect(Collectors.toSet());
  }

  private static List<String> targets(Map<String, Object> rule) {
    return Resources.list(rule.get("Targets")).stream()
        .map(target -> Resources.target(Resources.map(target).get("Arn")))
        .toList();
  }

  /** The name of the queue that the state stack exports under the imported name. */
  private String exportedQueue(Object reference) {
    Object imported = Resources.map(reference).get("Fn::ImportValue");
    return state.findOutputs("*").values().stream()
        .filter(output -> Resources.map(output.get("Export")).get("Name").equals(imported))
        .map(output -> Resources.target(output.get("Value")))
        .map(id -> Resources.ofType(state, "AWS::SQS::Queue").get(id).get("QueueName"))
        .map(StackFacts::name)
        .findFirst()
        .orElseThrow();
  }

  private static String name(Object fullName) {
    return fullName.toString().substring(PREFIX.length());
  }
}
