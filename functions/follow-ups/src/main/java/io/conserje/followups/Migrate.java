package io.conserje.followups;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.conserje.connectors.lambda.FunctionContext;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.names.Variable;
import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * The function named {@code migrate}: called at each deploy, before the others take traffic. Brings the database to this
 * version and names the settings that are still missing; a first deploy without secrets succeeds.
 */
public final class Migrate implements RequestHandler<Map<String, Object>, Map<String, Object>> {

  private static final System.Logger LOG = System.getLogger(Migrate.class.getName());

  private static final List<String> NEEDED =
      List.of(Variable.TWILIO_ACCOUNT_SID, Variable.TWILIO_AUTH_TOKEN, Variable.ADMIN_API_KEY);

  /** Starting a context with these brings its database up to date. */
  private static final Map<String, Object> MIGRATE =
      Map.of(
          "datasources.default.dialect", "POSTGRES",
          "flyway.datasources.default.enabled", true,
          "flyway.datasources.default.locations", "classpath:db/migration");

  private final FunctionEnvironment environment;

  public Migrate() {
    this(FunctionEnvironment.ofProcess());
  }

  public Migrate(Map<String, String> environment, InstantSource clock) {
    this(new FunctionEnvironment(environment, clock));
  }

  private Migrate(FunctionEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    try (ApplicationContext started =
        FunctionContext.start(Migrate.class, environment, MIGRATE)) {
      MigrationInfo current = started.getBean(Flyway.class).info().current();
      return Map.of(
          "version", current.getVersion().toString(), "missing", missing(started));
    }
  }

  private static List<String> missing(ApplicationContext started) {
    Settings settings = started.getBean(Settings.class);
    List<String> missing = NEEDED.stream().filter(n -> settings.find(n).isEmpty()).toList();
    if (!missing.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Not set yet: {0}. The functions that need them answer 503 until they are.",
          missing);
    }
    return missing;
  }
}
