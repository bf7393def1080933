package io.conserje.connectors.lambda;

import io.conserje.names.Variable;
import java.util.Arrays;

/**
 * The pages that may talk with the house from a browser: those in {@code ALLOWED_ORIGINS}, and
 * those this deployment serves itself.
 */
public final class AllowedOrigins {

  private final Settings settings;

  public AllowedOrigins(Settings settings) {
    this.settings = settings;
  }

  public boolean allow(String origin) {
    return Arrays.stream(settings.find(Variable.ALLOWED_ORIGINS).orElse("").split(","))
            .map(String::strip)
            .anyMatch(origin::equalsIgnoreCase)
        || settings.find(Variable.PUBLIC_BASE_URL).filter(own -> isOf(own, origin)).isPresent();
  }

  private static boolean isOf(String url, String origin) {
    return url.equals(origin) || url.startsWith(origin + "/");
  }
}
