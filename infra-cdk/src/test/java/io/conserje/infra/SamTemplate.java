package io.conserje.infra;

import io.conserje.infra.FunctionFacts.QueueSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads template.yaml, with the short forms of CloudFormation ({@code !Ref}, {@code !GetAtt},
 * {@code !Sub}).
 */
final class SamTemplate {

  private static final String FUNCTION = "AWS::Serverless::Function";

  private final Map<String, Object> globals;
  private final Map<String, Object> resources;

  private SamTemplate(Map<String, Object> document) {
    globals = Resources.map(Resources.map(document.get("Globals")).get("Function"));
    resources = Resources.map(document.get("Resources"));
  }

  static SamTemplate read(Path file) throws IOException {
    Yaml yaml = new Yaml(new ShortForms());
    return new SamTemplate(Resources.map(yaml.load(Files.readString(file))));
  }

  /** By logical id. */
  Map<String, FunctionFacts> functions() {
    Map<String, FunctionFacts> facts = new TreeMap<>();
    ofType(FUNCTION).forEach((id, function) -> facts.put(id, facts(function)));
    return facts;
  }

  /** By name in SQS. */
  Map<String, QueueFacts> queues() {
    Map<String, QueueFacts> facts = new TreeMap<>();
    for (Map<String, Object> queue : ofType("AWS::SQS::Queue").values()) {
      Object dead = Resources.map(queue.get("RedrivePolicy")).get("deadLetterTargetArn");
      facts.put(
          queue.get("QueueName").toString(),
          QueueFacts.of(queue, dead == null ? null : queueName(dead)));
    }
    return facts;
  }

  /** Logical id to the file that is run. */
  Map<String, Object> packages() {
    Map<String, Object> packages = new TreeMap<>();
    ofType(FUNCTION).forEach((id, function) -> packages.put(id, function.get("CodeUri")));
    return packages;
  }

  /** The functions that {@code sam build} would try to build. */
  Set<String> built() {
    Set<String> built = new TreeSet<>(ofType(FUNCTION).keySet());
    built.removeIf(id ->
        Resources.map(Resources.map(resources.get(id)).get("Metadata"))
            .getOrDefault("SkipBuild", false)
            .equals(true));
    return built;
  }

  private FunctionFacts facts(Map<String, Object> function) {
    return new FunctionFacts(
        function.get("Handler").toString(),
        either(function, "Runtime").toString(),
        either(function, "Architectures"),
        (int) either(function, "MemorySize"),
        (int) either(function, "Timeout"),
        (String) Resources.map(either(function, "SnapStart")).get("ApplyOn"),
        (String) either(function, "AutoPublishAlias"),
        environment(function),
        events(function, "HttpApi").map(SamTemplate::route).collect(Collectors.toSet()),
        events(function, "SQS").map(this::source).collect(Collectors.toSet()),
        events(function, "Schedule")
            .map(event -> event.get("Schedule").toString())
            .collect(Collectors.toSet()));
  }

  private Object either(Map<String, Object> function, String property) {
    return function.getOrDefault(property, globals.get(property));
  }

  private Set<String> environment(Map<String, Object> function) {
    Set<String> names = new TreeSet<>();
    for (Map<String, Object> level : List.of(globals, function)) {
      names.addAll(
          Resources.map(Resources.map(level.get("Environment")).get("Variables")).keySet());
    }
    return names;
  }

  private static java.util.stream.Stream<Map<String, Object>> events(
      Map<String, Object> function, String type) {
    return Resources.map(function.get("Events")).values().stream()
        .map(Resources::map)
        .filter(event -> event.get("Type").equals(type))
        .map(event -> Resources.map(event.get("Properties")));
  }

  private static String route(Map<String, Object> event) {
    return FunctionFacts.route(
        event.get("Method"), event.get("Path"), event.get("PayloadFormatVersion"));
  }

  private QueueSource source(Map<String, Object> event) {
    return new QueueSource(
        queueName(event.get("Queue")),
        (int) event.get("BatchSize"),
        event.get("FunctionResponseTypes"),
        event.get("ScalingConfig"));
  }

  private String queueName(Object reference) {
    return ofType("AWS::SQS::Queue").get(Resources.target(reference)).get("QueueName").toString();
  }

  private Map<String, Map<String, Object>> ofType(String type) {
    Map<String, Map<String, Object>> found = new TreeMap<>();
    resources.forEach((id, resource) -> {
      if (Resources.map(resource).get("Type").equals(type)) {
        found.put(id, Resources.map(Resources.map(resource).get("Properties")));
      }
    });
    return found;
  }

  private static final class ShortForms extends SafeConstructor {
    ShortForms() {
      super(new LoaderOptions());
      yamlMultiConstructors.put("!", new LongForm());
    }

    private static final class LongForm extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        String name = node.getTag().getValue().substring(1);
        String value = ((ScalarNode) node).getValue();
        return switch (name) {
          case "Ref" -> Map.of("Ref", value);
          case "GetAtt" -> Map.of("Fn::GetAtt", List.of(value.split("\\.", 2)));
          default -> Map.of("Fn::" + name, value);
        };
      }
    }
  }
}
