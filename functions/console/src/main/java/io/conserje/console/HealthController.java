package io.conserje.console;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Whether the function runs, and whether it has what it needs. */
@Controller
final class HealthController {

  private final Readiness readiness;

  HealthController(Readiness readiness) {
    this.readiness = readiness;
  }

  @Get("/health")
  Health health() {
    return new Health("ok", "console");
  }

  @Get("/ready")
  HttpResponse<Ready> ready() {
    List<Check> checks = readiness.checks();
    boolean ready = checks.stream().allMatch(Check::ok);
    return HttpResponse.<Ready>status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .body(new Ready(ready ? "ready" : "not ready", checks));
  }

  @Serdeable
  record Health(String status, String function) {}

  @Serdeable
  record Ready(String status, List<Check> checks) {}
}
