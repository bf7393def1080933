package io.conserje.sandbox.telnyx;

import java.util.List;
import java.util.Map;

/** What Telnyx's API says; status 0: nothing. */
record TelnyxAnswer(int status, Object body) {

  static TelnyxAnswer ok() {
    return new TelnyxAnswer(200, Map.of("data", Map.of("result", "ok")));
  }

  static TelnyxAnswer problem(int status, String code, String title) {
    return new TelnyxAnswer(
        status, Map.of("errors", List.of(Map.of("code", code, "title", title, "detail", title))));
  }
}
