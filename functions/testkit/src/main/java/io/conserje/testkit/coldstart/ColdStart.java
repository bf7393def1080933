package io.conserje.testkit.coldstart;

import io.conserje.names.LambdaFunction;
import io.conserje.testkit.lambda.DeploymentPackage;
import io.conserje.testkit.lambda.FunctionProcess;
import io.conserje.testkit.lambda.Hello;
import io.conserje.testkit.lambda.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code mvn -Pcoldstart}: from the start of a function's process, or its restore, to its first
 * answer, through AWS's runtime client, on the deployment packages as they stand in {@code target}.
 * Every measured start is preceded by one of a plain-Java hello in the same packaging.
 */
public final class ColdStart {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final int runs = Integer.getInteger("coldstart.runs", 7);
  private final Path functions = Path.of(System.getProperty("coldstart.functions", "functions"));
  private final List<String> only = list("coldstart.only");
  private final List<Packaging> packagings =
      Arrays.stream(Packaging.values())
          .filter(p ->
              list("coldstart.packaging").isEmpty()
                  || list("coldstart.packaging").contains(p.label()))
          .toList();
  private final Map<Packaging, Map<Subject, Samples>> results = new EnumMap<>(Packaging.class);

  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    new ColdStart().run();
    System.exit(0);
  }

  private void run() throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.create("conserje-coldstart-");
        World world = World.start(folder.path())) {
      Subject hello = hello();
      List<Subject> subjects = subjects();
      try {
        if (subjects.stream().anyMatch(subject -> subject.function().inVpc())) {
          prepare(world);
        }
        Stopwatch stopwatch = new Stopwatch(world);
        for (Packaging packaging : packagings) {
          measure(packaging, hello, subjects, world, stopwatch, folder.path());
        }
        print(hello, subjects);
      } finally {
        hello.close();
        subjects.forEach(Subject::close);
      }
    }
  }

  /**
   * The database gets its tables from the function that makes them in production, and one house.
   */
  private void prepare(World world) throws IOException {
    Subject migrate = subject(LambdaFunction.MIGRATE);
    try (migrate) {
      var start = migrate.start(world.plain().environment(LambdaFunction.MIGRATE, World.DATABASE));
      try (var process = FunctionProcess.start(start, migrate.unpacked())) {
        process.invoke(MigrateScenario.EVENT, PATIENCE);
      }
    }
    House.settle(world);
  }

  private void measure(
      Packaging packaging,
      Subject hello,
      List<Subject> subjects,
      World world,
      Stopwatch stopwatch,
      Path folder)
      throws IOException {
    List<Contender> contenders = new ArrayList<>();
    contenders.add(Contender.prepare(hello, packaging, world, stopwatch, folder));
    for (Subject subject : subjects) {
      progress("preparing %s %s", packaging.label(), subject.name());
      contenders.add(Contender.prepare(subject, packaging, world, stopwatch, folder));
    }
    Contender first = contenders.removeFirst();
    for (int run = 1; run <= runs; run++) {
      for (Contender contender : contenders) {
        first.run(false);
        contender.run(false);
        first.run(false);
        contender.run(true);
      }
      progress("%s: round %d of %d", packaging.label(), run, runs);
    }
    Map<Subject, Samples> samples = new LinkedHashMap<>();
    samples.put(hello, first.samples());
    contenders.forEach(c -> samples.put(c.subject(), c.samples()));
    results.put(packaging, samples);
  }

  private void print(Subject hello, List<Subject> subjects) {
    List<Row> rows = new ArrayList<>();
    List<Subject> all = new ArrayList<>(List.of(hello));
    all.addAll(subjects);
    for (Subject subject : all) {
      for (Packaging packaging : packagings) {
        var samples = results.get(packaging);
        rows.add(
            new Row(subject.name(), packaging.label(), samples.get(subject), samples.get(hello)));
      }
    }
    System.out.println(Row.head());
    rows.forEach(row -> System.out.println(row.forPeople()));
    System.out.println(
        rows.stream()
            .map(Row::forMachines)
            .collect(Collectors.joining(",", "{\"bench\":\"coldstart\",\"functions\":[", "]}")));
  }

  private static Subject hello() {
    DeploymentPackage unpacked = DeploymentPackage.of(Hello.class);
    return new Subject(HelloScenario.FUNCTION, unpacked, unpacked.bytes(), new HelloScenario());
  }

  private List<Subject> subjects() throws IOException {
    List<Subject> subjects = new ArrayList<>();
    for (LambdaFunction function : LambdaFunction.all()) {
      if (only.isEmpty() || only.contains(function.name())) {
        subjects.add(subject(function));
      }
    }
    return subjects;
  }

  private Subject subject(LambdaFunction function) throws IOException {
    Path zip = functions.resolve(function.module()).resolve("target/" + function.module() + ".zip");
    return new Subject(
        function, DeploymentPackage.unpack(zip), Files.size(zip), scenario(function.name()));
  }

  static Scenario scenario(String function) {
    return switch (function) {
      case "twilio-messages" -> new TwilioMessagesScenario();
      case "telnyx-events" -> new TelnyxEventsScenario();
      case "meta-whatsapp" -> new MetaScenario();
      case "turns" -> new TurnsScenario();
      case "webchat" -> new WebChatScenario();
      case "vapi" -> new VapiScenario();
      case "voice-calls" -> new VoiceCallsScenario();
      case "console" -> new ConsoleScenario();
      case "follow-ups" -> new FollowUpsScenario();
      case "migrate" -> new MigrateScenario();
      default ->
          throw new IllegalStateException(
              "No scenario for " + function + ": every function is measured, add one.");
    };
  }

  private static List<String> list(String property) {
    String value = System.getProperty(property, "");
    return value.isBlank() ? List.of() : List.of(value.split(","));
  }

  private static void progress(String text, Object... values) {
    System.err.println("coldstart: " + text.formatted(values));
  }
}
