package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.connectors.postgres.Sql.DatabaseFailure;
import io.conserje.venue.VenueId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is put off is done all the same, and who does not wait for the disk is told apart. */
class FewRoundTripsTest {

  private static final VenueId HOUSE = Database.HOUSE;
  private static final String RENAME = "UPDATE conversations SET guest_name = ? WHERE venue = ?";
  private static final String NAMES = "SELECT guest_name FROM conversations WHERE venue = ?";

  private Database database;
  private Sql sql;
  private VenueId other;

  @BeforeEach
  void open() {
    database = Database.with(1);
    sql = database.sql;
    other = database.secondHouse();
    talk(HOUSE);
    talk(other);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatIsPutOffIsSeenByTheNextStatement() {
    List<String> seen =
        sql.at(
            HOUSE,
            () -> {
              rename("Ana", HOUSE);
              rename("Eva", HOUSE);
              return names(HOUSE);
            });

    assertEquals(List.of("Eva"), seen);
  }

  @Test
  void whatIsPutOffIsCommittedWithTheRest() {
    sql.at(
        HOUSE,
        () -> {
          rename("Ana", HOUSE);
          return null;
        });

    assertEquals(List.of("Ana"), sql.at(HOUSE, () -> names(HOUSE)));
  }

  @Test
  void whatIsPutOffReachesWhatItReachedThen() {
    sql.everywhere(() -> {
      sql.at(
          HOUSE,
          () -> {
            rename("Ana", HOUSE);
            rename("Mal", other);
            return null;
          });
      rename("Eva", other);
      return sql.at(HOUSE, () -> names(HOUSE));
    });

    assertEquals(List.of("Ana"), sql.at(HOUSE, () -> names(HOUSE)));
    assertEquals(List.of("Eva"), sql.at(other, () -> names(other)));
  }

  @Test
  void nothingIsKeptWhereWhatIsPutOffFails() {
    assertThrows(
        DatabaseFailure.class,
        () ->
            sql.at(
                HOUSE,
                () -> {
                  sql.update(RENAME, "Ana", HOUSE.value());
                  sql.later("UPDATE conversations SET language = NULL");
                  return null;
                }));

    assertEquals(List.of(""), sql.at(HOUSE, () -> names(HOUSE)));
  }

  @Test
  void severalQueriesAreAskedAtOnceAndForgottenWhereTheyAreAskedAgain() {
    Asked<String> names = Asked.of(NAMES, row -> row.text("guest_name"), HOUSE.value());
    Asked<Integer> two = Asked.of("SELECT ?::int AS n", row -> row.number("n"), 2);

    for (int i = 0; i < 2; i++) {
      sql.at(
          HOUSE,
          () -> {
            rename("Ana", HOUSE);
            sql.together(names, two);
            return null;
          });
    }

    assertEquals(List.of("Ana"), names.all());
    assertEquals(List.of(2), two.all());
  }

  @Test
  void aCommitThatNeedNotWaitIsToldAheadOfTheNextStatement() {
    String told =
        sql.at(
            HOUSE,
            () -> {
              waits();
              sql.needNotWait();
              return shown();
            });

    assertEquals("off", told);
  }

  @Test
  void workWithinOtherWorkDoesNotDecideHowThatIsCommitted() {
    String told =
        sql.at(
            HOUSE,
            () -> {
              waits();
              return sql.atEase(HOUSE, this::shown);
            });

    assertEquals("local", told);
    assertEquals("off", sql.atEase(HOUSE, this::shown));
  }

  private void waits() {
    sql.list("SELECT set_config('synchronous_commit', 'local', true)", row -> row);
  }

  private String shown() {
    return sql.one("SELECT current_setting('synchronous_commit') AS it", row -> row.text("it"))
        .orElseThrow();
  }

  private void rename(String name, VenueId house) {
    sql.later(RENAME, name, house.value());
  }

  private List<String> names(VenueId house) {
    return sql.list(NAMES, row -> row.text("guest_name"), house.value());
  }

  private void talk(VenueId house) {
    sql.at(
        house,
        () ->
            sql.update(
                """
                INSERT INTO conversations (id, venue, channel, house_address, guest_address, guest_name, language,
                  started_at, last_at)
                VALUES (gen_random_uuid(), ?, 'voice', '+34', '+346', '', 'es', '2026-11-20', '2026-11-20')
                """,
                house.value()));
  }
}
