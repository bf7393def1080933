package io.conserje.connectors.postgres.views;

import io.conserje.connectors.postgres.Sql;

/** Whether the database is at the version this code was written for. */
public final class SchemaView {

  /** The newest file of {@code db/migration}; a test compares them. */
  public static final int LATEST = 30;

  private final Sql sql;

  public SchemaView(Sql sql) {
    this.sql = sql;
  }

  /** The newest version that was applied; 0 for a database never migrated. */
  public int version() {
    return sql.everywhere(this::applied);
  }

  private int applied() {
    boolean migrated =
        sql.one(
                "SELECT to_regclass('flyway_schema_history') IS NOT NULL AS migrated",
                row -> row.result().getBoolean("migrated"))
            .orElse(false);
    return migrated ? newest() : 0;
  }

  private int newest() {
    return sql.one(
            """
            SELECT coalesce(max(version::numeric), 0)::int AS version FROM flyway_schema_history
            WHERE success AND version IS NOT NULL
            """,
            row -> row.number("version"))
        .orElse(0);
  }
}
