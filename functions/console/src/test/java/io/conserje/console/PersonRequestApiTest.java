package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.connectors.postgres.PostgresPersonRequests;
import io.conserje.connectors.postgres.Sql;
import io.conserje.guest.Guest;
import io.conserje.handoff.PersonRequest;
import io.conserje.venue.VenueId;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersonRequestApiTest {

  private static final UUID CONVERSATION = UUID.fromString("00000000-0000-0000-0000-00000000c001");

  private final House house = new House().seeded();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whatAGroupSaysLaterIsAddedToTheOneRequestThatWaits() {
    note(15, null, null, "");
    note(0, LocalDate.parse("2026-11-21"), LocalTime.of(21, 30), "uno es celíaco");

    Map<String, Object> waiting = requests().getFirst();
    assertEquals(1, requests().size());
    assertEquals(15, waiting.get("partySize"));
    assertEquals("2026-11-21", waiting.get("date"));
    assertEquals("21:30", waiting.get("time"));
    assertEquals("uno es celíaco", waiting.get("notes"));
  }

  @Test
  void whatAPersonHasSeenToIsDoneOnce() {
    note(15, null, null, "");
    String id = requests().getFirst().get("id").toString();

    assertEquals(404, done(id, "hotel"));
    assertEquals(204, done(id, "restaurante"));
    assertEquals(404, done(id, "restaurante"));
    assertEquals("2026-11-20T11:00:00Z", requests().getFirst().get("doneAt"));
  }

  private void note(int party, LocalDate date, LocalTime time, String notes) {
    new PostgresPersonRequests(house.console.getApplicationContext().getBean(Sql.class))
        .note(
            new VenueId("restaurante"),
            new PersonRequest(
                PersonRequest.Reason.GROUP,
                date,
                time,
                party,
                new Guest("Lucía", "+34600000101"),
                notes,
                CONVERSATION,
                Instant.parse("2026-11-20T10:59:00Z")));
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> requests() {
    return (List<Map<String, Object>>)
        house.json(house.get("/api/requests", "venue=restaurante")).get("requests");
  }

  private int done(String id, String venue) {
    APIGatewayV2HTTPEvent event =
        House.event(
            "POST",
            "/api/requests/" + id + "/done",
            "",
            Map.of("authorization", "Bearer " + House.KEY, "content-type", "application/json"));
    event.setBody("{\"venue\": \"" + venue + "\"}");
    APIGatewayV2HTTPResponse answer = house.console.handleRequest(event, new MockLambdaContext());
    return answer.getStatusCode();
  }
}
