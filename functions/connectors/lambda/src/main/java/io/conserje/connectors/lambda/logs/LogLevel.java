package io.conserje.connectors.lambda.logs;

import io.conserje.names.Variable;
import java.util.Locale;
import java.util.Map;
import org.slf4j.event.Level;

/**
 * From which level on lines are written. {@code LOG_LEVEL} is for our own code. Libraries stay at
 * WARN whatever it says, since at DEBUG the AWS SDK and the HTTP layer write requests with all that
 * guests wrote in them.
 */
public final class LogLevel {

  private static final String OURS = "io.conserje";

  private static volatile Level level = parse(System.getenv(Variable.LOG_LEVEL));

  private LogLevel() {}

  /** Takes the level from a function's environment; what is no level means INFO. */
  public static void from(Map<String, String> environment) {
    level = parse(environment.get(Variable.LOG_LEVEL));
  }

  /** What is only rehearsed is worth no line, unless it fails. */
  public static void quietly(Runnable rehearsal) {
    Level before = level;
    level = Level.ERROR;
    try {
      rehearsal.run();
    } finally {
      level = before;
    }
  }

  static boolean writes(String logger, Level line) {
    int least = level.toInt();
    return line.toInt() >= (logger.startsWith(OURS) ? least : Math.max(least, Level.WARN.toInt()));
  }

  private static Level parse(String name) {
    try {
      return name == null ? Level.INFO : Level.valueOf(name.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return Level.INFO;
    }
  }
}
