package io.conserje.connectors.postgres;

/**
 * Where the database is and who we are there; asked at each new connection, so that a rotated password needs no restart.
 *
 * @param url {@code jdbc:postgresql://…}
 */
public record PostgresSettings(String url, String user, String password) {

  public static PostgresSettings of(
      String server, String port, String database, String user, String password) {
    return new PostgresSettings(
        "jdbc:postgresql://" + server + ":" + port + "/" + database, user, password);
  }
}
