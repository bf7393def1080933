package io.conserje.connectors.telnyx;

import io.conserje.connectors.json.OpenJson;
import io.conserje.testkit.http.ScriptedServer;
import io.micronaut.serde.ObjectMapper;
import java.time.Instant;

/** The API, and somebody at its other end. */
final class TelnyxUnderTest {

  static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");

  private TelnyxUnderTest() {}

  static TelnyxApi api(ScriptedServer server) {
    return api(server.url() + "/");
  }

  static TelnyxApi api(String url) {
    return new TelnyxApi(
        () -> new TelnyxAccount("KEY0", url), new OpenJson(ObjectMapper.getDefault()), () -> NOW);
  }

  static String error(String code, String detail) {
    return "{\"errors\":[{\"code\":\""
        + code
        + "\",\"title\":\"t\",\"detail\":\""
        + detail
        + "\"}]}";
  }
}
