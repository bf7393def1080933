package io.conserje.webhookload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * {@code mvn -Pwebhook-load}: signed webhooks at a steady rate into the deployment packages,
 * through AWS's runtime client, and how long each waits for its answer.
 */
public final class WebhookLoad {

  private WebhookLoad() {}

  /** One line for each provider. */
  private static List<Traffic> all() {
    return List.of(
        new TwilioTraffic(),
        new TwilioStatusTraffic(),
        new TelnyxTraffic(),
        new MetaTraffic(),
        new VapiNewsTraffic(),
        new VapiToolsTraffic(),
        new WebChatTraffic());
  }

  public static void main(String[] arguments) throws InterruptedException {
    Locale.setDefault(Locale.ROOT);
    List<Measured> rows = new ArrayList<>();
    try (World world = new World(Path.of(System.getProperty("functions", "functions")))) {
      Bench bench =
          new Bench(
              world,
              Integer.getInteger("instances", 2),
              Duration.ofSeconds(Integer.getInteger("warm-up", 120)),
              Duration.ofSeconds(Integer.getInteger("seconds", 30)));
      for (Traffic traffic : chosen()) {
        System.err.println("webhook-load: " + traffic.name());
        rows.add(bench.measure(traffic));
      }
    }
    System.out.println(Measured.head());
    rows.forEach(row -> System.out.println(row.forPeople()));
    System.out.println(
        rows.stream()
            .map(Measured::forMachines)
            .collect(Collectors.joining(",", "{\"bench\":\"webhook-load\",\"providers\":[", "]}")));
    System.exit(0);
  }

  private static List<Traffic> chosen() {
    List<String> only = List.of(System.getProperty("only", "").split(","));
    return all().stream()
        .filter(traffic -> only.contains("") || only.contains(traffic.name()))
        .toList();
  }
}
