package io.conserje.followups;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.conserje.connectors.lambda.FunctionContext;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Needed;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.postgres.ForgottenAddresses;
import io.conserje.connectors.postgres.PostgresPool;
import io.conserje.names.Variable;
import io.micronaut.context.ApplicationContext;
import io.micronaut.flyway.FlywayConfigurationProperties;
import io.micronaut.flyway.FlywayMigrator;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The function named {@code migrate}: called at each deploy, before the others take traffic. Brings
 * the database to this version and names the settings that are still missing; a first deploy
 * without secrets succeeds.
 */
public final class Migrate implements RequestHandler<Map<String, Object>, Map<String, Object>> {

  private static final Logger LOG = LoggerFactory.getLogger(Migrate.class);

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
    try (ApplicationContext started = FunctionContext.start(Migrate.class, environment, MIGRATE)) {
      String version = migrate(started);
      List<String> missing = missing(started);
      sealDigests(started, missing);
      return Map.of("version", version, "missing", missing);
    }
  }

  /** What was stored before there was a key is given one; it is looked at no more without. */
  private static void sealDigests(ApplicationContext started, List<String> missing) {
    if (missing.contains(Variable.SESSION_SECRET_KEY)) {
      LOG.warn(
          "Digests of before there was a key are left as they are until {} is set and migrate is"
              + " called again.",
          Variable.SESSION_SECRET_KEY);
      return;
    }
    int sealed = started.getBean(ForgottenAddresses.class).seal();
    if (sealed > 0) {
      LOG.info("{} digests of forgotten addresses have a key now.", sealed);
    }
  }

  private static String migrate(ApplicationContext started) {
    started
        .getBean(FlywayMigrator.class)
        .run(
            started.getBean(FlywayConfigurationProperties.class),
            started.getBean(PostgresPool.class).dataSource());
    return started.getBean(Flyway.class).info().current().getVersion().toString();
  }

  private static List<String> missing(ApplicationContext started) {
    Settings settings = started.getBean(Settings.class);
    List<String> missing =
        Needed.in(settings).stream().filter(n -> settings.find(n).isEmpty()).toList();
    if (!missing.isEmpty()) {
      LOG.warn("Not set yet: {}. The functions that need them answer 503 until they are.", missing);
    }
    return missing;
  }
}
