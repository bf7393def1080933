package io.conserje.connectors.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

  @Test
  void secondsAndTheirDecimalsAreRead() {
    assertEquals(Duration.ofSeconds(7), asked("Retry-After", "7"));
    assertEquals(Duration.ofMillis(1500), asked("retry-after", "1.5"));
    assertEquals(Duration.ofMillis(250), asked("retry-after-ms", "250"));
  }

  @Test
  void dateIsTakenAgainstTheAnswersOwn() {
    assertEquals(Duration.ofSeconds(90), asked("Retry-After", "Fri, 20 Nov 2026 11:01:30 GMT"));
    assertNull(asked("Retry-After", "Fri, 20 Nov 2026 10:59:00 GMT"));
  }

  @Test
  void whatCannotBeReadAsksForNothing() {
    assertNull(asked("Retry-After", "soon"));
    assertNull(asked("Other", "7"));
  }

  private static Duration asked(String name, String value) {
    Map<String, List<String>> headers =
        Map.of("Date", List.of("Fri, 20 Nov 2026 11:00:00 GMT"), name, List.of(value));
    return RetryAfter.of(HttpHeaders.of(headers, (key, one) -> true));
  }
}
