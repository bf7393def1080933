package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.call.CallHouses;
import io.conserje.call.CallPlace;
import io.conserje.call.ForwardCall;
import io.conserje.call.ForwardCall.Forwarding;
import io.conserje.handoff.CallPerson;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose telephone rings for a caller who wants a person; the house's phone is +34600000999. */
class TransferredCallTest {

  private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");
  private static final String CALLED = "+34600000900";
  private static final String MARTA = "+34600000950";

  private Database database;
  private ForwardCall forward;

  @BeforeEach
  void open() {
    database = Database.with(1);
    database.update(
        "UPDATE venues SET house = house || ?::jsonb",
        """
        {"staff": {"hours": [{"from": "09:00", "to": "00:00"}],
         "contacts": [{"name": "Marta", "whatsapp": "+34600000950"}]}}
        """);
    isAnsweredHere(CALLED);
    PostgresCalls calls = new PostgresCalls(database.sql, database.json, database.digests);
    forward =
        new ForwardCall(
            new CallHouses(calls, new PostgresVenues(database.venueRows, database.json)),
            calls,
            new CallPerson(
                new PostgresPersonRequests(database.sql), new PostgresNotices(database.sql)),
            () -> NOON);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theHousesOwnLineRingsFirst() {
    assertEquals(List.of("+34600000999", MARTA), rung());
  }

  /** The assistant would be put through to itself. */
  @Test
  void aNumberThatIsAnsweredHereIsNeverAPerson() {
    isAnsweredHere("+34600000999");

    assertEquals(List.of(MARTA), rung());
  }

  private void isAnsweredHere(String number) {
    database.update("INSERT INTO channel_addresses VALUES ('voice', ?, 'house')", number);
  }

  private List<String> rung() {
    CallPlace place =
        new CallPlace("twilio", "CA1", "", List.of(CALLED), "+34600000101", "inbound");
    return assertInstanceOf(Forwarding.To.class, forward.forward(place, "wish", "una boda"))
        .numbers();
  }
}
