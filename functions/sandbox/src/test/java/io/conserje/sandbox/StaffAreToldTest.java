package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.sandbox.people.HouseMail;
import io.conserje.sandbox.people.HouseProgram;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.RequestLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A house whose people are told by mail and by a program of theirs, over the real protocols. */
@InSharedSandbox
class StaffAreToldTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int GUEST = 951;

  private static Sandbox sandbox;
  private static Guests guests;

  @BeforeAll
  static void open(Sandbox shared) throws Exception {
    sandbox = shared;
    guests = new Guests(sandbox);
    handIn(
        file()
            .replace("whatsapp: \"+34600000950\"", "email: marta@example.com")
            .replace(
                "whatsapp: \"+34600000951\"",
                "webhook: \"" + sandbox.simulators() + HouseProgram.PATH + "\""));
  }

  @AfterAll
  static void close() throws Exception {
    handIn(file());
    HTTP.close();
  }

  @Test
  void firstByMailThenByTheProgramAndNothingIsToldTwice() throws Exception {
    guests.write(GUEST, "mesa para quince mañana a las 21:00 a nombre de Ana");
    rest();
    if (told(HouseMail.PROVIDER).isEmpty()) {
      guests.write(GUEST, "es un cumpleaños");
      rest();
    }
    RequestLog.Entry mail = told(HouseMail.PROVIDER).getFirst();
    assertEquals(1, told(HouseMail.PROVIDER).size());
    assertEquals("marta@example.com", mail.path());
    assertTrue(mail.headers().get("message-id").endsWith("@sandbox.example>"), "" + mail);
    assertFalse(mail.body().contains("OK"), "nobody reads an answer by mail: " + mail.body());

    sandbox.faults().add(new Fault("webhook", null, Fault.Kind.STATUS, 503, 0, 1), 1);
    SharedSandbox.later(sandbox, Duration.ofMinutes(6));
    SharedSandbox.later(sandbox, Duration.ofMinutes(1));

    List<RequestLog.Entry> program = told(HouseProgram.PROVIDER);
    assertEquals(List.of(503, 200), program.stream().map(RequestLog.Entry::status).toList());
    assertEquals(1, program.stream().map(e -> e.headers().get("webhook-id")).distinct().count());
    assertTrue(
        program.getLast().body().contains("\"guest_phone\":\"" + Guests.phone(GUEST) + "\""));
    assertTrue(program.getLast().body().contains("\"reason\":\"group\""));
    assertTrue(program.getLast().body().contains("\"party_size\":\"15\""));
    assertEquals(2, told(HouseMail.PROVIDER).size(), "the first is told again");
  }

  private static List<RequestLog.Entry> told(String provider) {
    return sandbox.requests().after(provider, 0);
  }

  private static String file() {
    try (InputStream in = SeedHouses.class.getResourceAsStream("/houses/restaurante.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void handIn(String house) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.gateway() + "/api/venues"))
            .header("Authorization", "Bearer sandbox-admin-key")
            .header("Content-Type", "application/yaml")
            .POST(HttpRequest.BodyPublishers.ofString(house))
            .build();
    HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(2, answer.statusCode() / 100, answer.body());
  }

  private static void rest() {
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(2)), "the house comes to rest");
  }
}
