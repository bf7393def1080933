package io.conserje.sandbox.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conserje.sandbox.http.Form;
import io.conserje.sandbox.providers.Faults;
import org.junit.jupiter.api.Test;

class FaultControlsTest {

  private final ObjectMapper json = new ObjectMapper();
  private final ProviderControls controls = new ProviderControls(null, new Faults(), null);

  @Test
  void standingFaultIsToldInTheWordsItWasAskedForIn() throws Exception {
    post(
        """
        {"provider": "twilio", "operation": "create-message", "fault": "status", "status": 429,
         "delayMs": 2000, "retryAfter": 2, "times": 3}
        """);

    assertEquals(
        json.readTree(
            """
            {"faults": [{"provider": "twilio", "operation": "create-message", "fault": "status",
              "status": 429, "delayMs": 2000, "retryAfter": 2, "times": 3}]}
            """),
        call("GET", "{}"));
  }

  @Test
  void faultThatNeverHappensIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> post("{\"provider\": \"twilio\", \"fault\": \"drop\", \"times\": 0}"));
  }

  private void post(String fault) throws Exception {
    call("POST", fault);
  }

  private JsonNode call(String method, String body) throws Exception {
    Control control =
        controls.controls().stream()
            .filter(c -> c.method().equals(method) && c.path().equals("/_sim/faults"))
            .findFirst()
            .orElseThrow();
    Object answer = control.action().run(json.readTree(body), Form.empty()).body();
    return json.readTree(json.writeValueAsBytes(answer));
  }
}
