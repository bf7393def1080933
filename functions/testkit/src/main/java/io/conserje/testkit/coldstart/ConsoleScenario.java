package io.conserje.testkit.coldstart;

import java.util.List;
import java.util.Map;

/** The API's list of venues, with its key, from the database. */
final class ConsoleScenario implements Scenario {

  static final String KEY = "bench-admin-key";

  @Override
  public First first(World world, int run) {
    return new First(get("/api/venues", ""), Answer::isOk);
  }

  @Override
  public List<byte[]> training(int run) {
    return List.of(
        get("/health", ""),
        get("/ready", ""),
        get("/api/venues", ""),
        get("/api/conversations", "venue=restaurante"));
  }

  private static byte[] get(String path, String query) {
    return ApiGatewayEvent.get(path, query, Map.of("authorization", "Bearer " + KEY));
  }
}
