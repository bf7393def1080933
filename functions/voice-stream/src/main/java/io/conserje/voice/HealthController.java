package io.conserje.voice;

import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.postgres.views.SchemaView;
import io.conserje.names.Variable;
import io.conserje.voice.call.CallPipeline.Crew;
import io.conserje.voice.call.LiveCalls;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the host runs, and whether it can carry a call. */
@Controller
final class HealthController {

  private static final Logger LOG = LoggerFactory.getLogger(HealthController.class);

  private static final List<String> NEEDED =
      List.of(Variable.PUBLIC_VOICE_URL, Variable.SESSION_SECRET_KEY);

  /** Somebody has to bring calls. */
  private static final List<String> ONE_OF =
      List.of(Variable.TWILIO_AUTH_TOKEN, Variable.TELNYX_API_KEY, Variable.VAPI_LLM_KEY);

  private final LiveCalls calls;
  private final Settings settings;
  private final SchemaView schema;
  private final Crew crew;

  HealthController(LiveCalls calls, Settings settings, SchemaView schema, Crew crew) {
    this.calls = calls;
    this.settings = settings;
    this.schema = schema;
    this.crew = crew;
  }

  @Get("/health")
  Health health() {
    return new Health("ok", "voice-stream", calls.count());
  }

  @Get("/ready")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<Ready> ready() {
    List<Check> checks =
        Stream.concat(
                Stream.of(
                    new Check("calls", calls.areTaken()),
                    new Check("recogniser", crew.recognizer().isThere()),
                    new Check("voice", crew.voice().isThere()),
                    new Check("postgres", isAtHand())),
                settings(settings))
            .toList();
    boolean ready = checks.stream().allMatch(Check::ok);
    return HttpResponse.<Ready>status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .body(new Ready(ready ? "ready" : "not ready", checks));
  }

  /** What must be set before any call can be carried. */
  static Stream<Check> settings(Settings settings) {
    Predicate<String> isSet = name -> settings.find(name).isPresent();
    return Stream.concat(
        NEEDED.stream().map(name -> new Check(name, isSet.test(name))),
        Stream.of(new Check(String.join(" or ", ONE_OF), ONE_OF.stream().anyMatch(isSet))));
  }

  private boolean isAtHand() {
    try {
      return schema.version() >= SchemaView.LATEST;
    } catch (RuntimeException fault) {
      LOG.warn("Postgres was not reached.", fault);
      return false;
    }
  }

  @Serdeable
  record Health(String status, String function, int calls) {}

  @Serdeable
  record Ready(String status, List<Check> checks) {}

  @Serdeable
  record Check(String name, boolean ok) {}
}
