package io.conserje.connectors.postgres;

import io.conserje.names.Variable;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Where the database is and who we are there.
 *
 * @param url {@code jdbc:postgresql://…}
 */
public record PostgresSettings(String url, String user, String password) {

  /**
   * From {@code DATABASE_URL} if it is set, else from the single names.
   *
   * @param required fails for a name that is not set
   */
  public static PostgresSettings from(
      Function<String, Optional<String>> find, UnaryOperator<String> required) {
    String url =
        find.apply(Variable.DATABASE_URL)
            .map(PostgresSettings::jdbc)
            .orElseGet(() ->
                "jdbc:postgresql://"
                    + required.apply(Variable.POSTGRES_SERVER)
                    + ":"
                    + find.apply(Variable.POSTGRES_PORT).orElse("5432")
                    + "/"
                    + required.apply(Variable.POSTGRES_DB));
    return new PostgresSettings(
        url, required.apply(Variable.POSTGRES_USER), required.apply(Variable.POSTGRES_PASSWORD));
  }

  private static String jdbc(String url) {
    return url.startsWith("jdbc:") ? url : "jdbc:" + url;
  }

  /** The password stays out of logs. */
  @Override
  public String toString() {
    return "PostgresSettings[" + user + " at " + url + "]";
  }
}
