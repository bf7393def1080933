package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A full evening, a waitlist, and a table that somebody gives back. */
@InSharedSandbox
class WaitlistEveningTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int FIRST = 701;
  private static final int NEXT = 702;
  private static final int BOOKED = 703;

  private static Sandbox sandbox;
  private static Guests guests;

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
    guests = new Guests(sandbox);
  }

  @AfterAll
  static void close() {
    HTTP.close();
  }

  /** Forty guests may arrive in a quarter of an hour: five parties of eight. */
  @Test
  void theTableSomebodyGivesBackGoesToTheNextInLineWhenTheFirstLetsItPass() throws Exception {
    book("+34600000801");
    book("+34600000802");
    book("+34600000803");
    book("+34600000804");
    say(BOOKED, "mesa para ocho mañana a las 21:00");
    say(BOOKED, "sí");
    assertEquals(List.of("confirmed"), statuses(BOOKED));

    assertTrue(wait(FIRST).contains("en el puesto 1"), guests.answers(FIRST).toString());
    assertTrue(wait(NEXT).contains("en el puesto 2"), guests.answers(NEXT).toString());

    say(BOOKED, "quiero cancelar mi reserva");
    say(BOOKED, "sí");
    assertEquals(List.of("cancelled"), statuses(BOOKED));
    assertTrue(last(FIRST).contains("se ha liberado una mesa"), guests.answers(FIRST).toString());
    assertEquals(List.of("held"), statuses(FIRST));
    assertTrue(last(NEXT).contains("en el puesto 2"), guests.answers(NEXT).toString());

    SharedSandbox.later(sandbox, Duration.ofMinutes(16));
    assertTrue(last(FIRST).contains("se ha pasado el plazo"), guests.answers(FIRST).toString());
    assertEquals(List.of("expired"), statuses(FIRST));
    assertTrue(last(NEXT).contains("se ha liberado una mesa"), guests.answers(NEXT).toString());

    say(NEXT, "sí");
    assertTrue(last(NEXT).startsWith("Reserva confirmada"), guests.answers(NEXT).toString());
    assertEquals(List.of("confirmed"), statuses(NEXT));
    assertEquals(List.of("expired", "booked"), line());

    say(FIRST, "sí");
    assertTrue(last(FIRST).contains("ha llegado tarde"), guests.answers(FIRST).toString());
  }

  /** What the house answers to somebody who takes nothing but nine o'clock. */
  private static String wait(int guest) {
    say(guest, "mesa para ocho mañana a las 21:00");
    say(guest, "no");
    assertTrue(last(guest).contains("lista de espera"), guests.answers(guest).toString());
    say(guest, "sí");
    return last(guest);
  }

  private static void book(String phone) throws Exception {
    String body =
        """
        {"venue": "restaurante", "date": "2026-11-21", "time": "21:00", "partySize": 8,
         "guest": {"name": "Grupo", "phone": "%s"}}
        """
            .formatted(phone);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.gateway() + "/api/reservations"))
            .header("Authorization", "Bearer sandbox-admin-key")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(201, answer.statusCode(), answer.body());
  }

  private static void say(int guest, String text) {
    guests.write(guest, text);
    rest();
  }

  private static void rest() {
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(2)), "the house comes to rest");
  }

  private static String last(int guest) {
    return guests.answers(guest).getLast();
  }

  private static List<String> statuses(int guest) {
    return sandbox
        .database()
        .strings(
            "SELECT status FROM reservations WHERE guest_phone = '"
                + Guests.phone(guest)
                + "' ORDER BY made_at");
  }

  private static List<String> line() {
    return sandbox.database().strings("SELECT status FROM waitlist ORDER BY number");
  }
}
