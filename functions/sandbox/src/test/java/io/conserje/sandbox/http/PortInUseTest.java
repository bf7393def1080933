package io.conserje.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.sandbox.Sandbox;
import io.conserje.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortInUseTest {

  @Test
  void portInUseIsNamedWithTheVariableToChange() {
    try (HttpPort taken = HttpPort.take(0, "SANDBOX_SIM_PORT")) {
      Map<String, String> environment =
          Map.of("SANDBOX_PORT", "0", "SANDBOX_SIM_PORT", String.valueOf(taken.number()));
      SandboxOptions options = SandboxOptions.of(environment, Path.of("nowhere"));
      PortInUse refused = assertThrows(PortInUse.class, () -> Sandbox.start(options).close());
      assertTrue(refused.getMessage().contains("Port " + taken.number() + " is in use"));
      assertTrue(refused.getMessage().contains("Set SANDBOX_SIM_PORT to"));
    }
  }

  @Test
  void portThatWasOnlyLookedAtCanBeTaken() throws IOException {
    InetAddress here = InetAddress.getByName("127.0.0.1");
    int port;
    try (ServerSocket chosen = new ServerSocket(0, 1, here)) {
      port = chosen.getLocalPort();
      assertThrows(PortInUse.class, () -> HttpPort.mustBeFree(port, "SANDBOX_VOICE_PORT"));
    }
    HttpPort.mustBeFree(port, "SANDBOX_VOICE_PORT");
    try (ServerSocket taken = new ServerSocket(port, 1, here)) {
      assertEquals(port, taken.getLocalPort());
    }
  }

  @Test
  void whatIsNoPortIsSaidByName() {
    Map<String, String> environment = Map.of("SANDBOX_PORT", "eighty");
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> SandboxOptions.of(environment, Path.of("nowhere")));
    assertEquals("SANDBOX_PORT is 'eighty', which is no port.", refused.getMessage());
  }
}
