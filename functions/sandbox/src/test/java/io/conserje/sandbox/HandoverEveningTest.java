package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.sandbox.twilio.GuestPhones;
import io.conserje.sandbox.twilio.TwilioMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A guest whom the assistant gives to a person, with everything real but Twilio. */
@InSharedSandbox
class HandoverEveningTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String MARTA = "+34600000950";
  private static final String ANDRES = "+34600000951";
  private static final int TAKEN = 901;
  private static final int FORGOTTEN = 902;
  private static final int BY_OK = 903;

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

  @Test
  void staffAreToldOneAfterTheOtherTakeItWriteAndGiveItBack() throws Exception {
    int before = sentTo(MARTA).size();
    group(TAKEN, "Ana");
    assertTrue(guests.answers(TAKEN).size() > 0, "the guest hears that a person comes");
    assertEquals(before + 1, sentTo(MARTA).size());
    assertTrue(sentTo(MARTA).getLast().contains(Guests.phone(TAKEN)), sentTo(MARTA).toString());
    int heard = guests.answers(TAKEN).size();

    say(TAKEN, "¿hola?");
    assertEquals(heard, guests.answers(TAKEN).size());
    int andres = sentTo(ANDRES).size();
    SharedSandbox.later(sandbox, Duration.ofMinutes(6));
    assertEquals(andres + 1, sentTo(ANDRES).size());
    assertEquals(before + 2, sentTo(MARTA).size());

    String talk = conversation(TAKEN);
    assertEquals(200, post(talk + "/take-over", "{\"by\": \"Andrés\"}").statusCode());
    assertEquals(201, post(talk + "/messages", "{\"text\": \"Buenas, soy Andrés\"}").statusCode());
    rest();
    assertEquals("Buenas, soy Andrés", guests.answers(TAKEN).getLast());
    SharedSandbox.later(sandbox, Duration.ofMinutes(6));
    assertEquals(andres + 1, sentTo(ANDRES).size());
    assertEquals(heard + 1, guests.answers(TAKEN).size());

    assertEquals(200, post(talk + "/hand-back", "{\"by\": \"Andrés\"}").statusCode());
    say(TAKEN, "mesa para dos el martes a las dos");
    assertEquals(heard + 2, guests.answers(TAKEN).size());
    assertTrue(guests.answers(TAKEN).getLast().contains("14:00"), guests.answers(TAKEN).toString());
  }

  @Test
  void whoIsForgottenIsToldTheTruth() throws Exception {
    group(FORGOTTEN, "Eva");
    int heard = guests.answers(FORGOTTEN).size();
    SharedSandbox.later(sandbox, Duration.ofMinutes(6));
    SharedSandbox.later(sandbox, Duration.ofMinutes(6));
    assertEquals(heard, guests.answers(FORGOTTEN).size());
    SharedSandbox.later(sandbox, Duration.ofMinutes(6));

    assertEquals(heard + 1, guests.answers(FORGOTTEN).size());
    assertTrue(guests.answers(FORGOTTEN).getLast().contains("+34600000999"));
    say(FORGOTTEN, "mesa para dos el martes a las dos");
    assertEquals(heard + 2, guests.answers(FORGOTTEN).size());
  }

  @Test
  void whoOfTheStaffAnswersOkHasIt() throws Exception {
    group(BY_OK, "Luz");
    int told = sentTo(MARTA).size();

    write(MARTA, "ok");

    assertEquals(told + 1, sentTo(MARTA).size());
    assertTrue(sentTo(MARTA).getLast().contains(Guests.phone(BY_OK)));
    SharedSandbox.later(sandbox, Duration.ofMinutes(6));
    assertEquals(told + 1, sentTo(MARTA).size());
    assertEquals(409, post(conversation(BY_OK) + "/take-over", "{\"by\": \"Luis\"}").statusCode());
    assertEquals(200, post(conversation(BY_OK) + "/hand-back", "{}").statusCode());
  }

  /** A party the house leaves to a person, once it has asked what that person wants to know. */
  private static void group(int guest, String name) {
    say(guest, "mesa para quince mañana a las 21:00 a nombre de " + name);
    if (owner(guest).equals("assistant")) {
      say(guest, "es un cumpleaños");
    }
    assertEquals("person", owner(guest), guests.answers(guest).toString());
  }

  private static String owner(int guest) {
    return sandbox
        .database()
        .strings(
            "SELECT owner FROM conversations WHERE guest_address = '" + Guests.phone(guest) + "'")
        .getFirst();
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.gateway() + path))
            .header("Authorization", "Bearer sandbox-admin-key")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String conversation(int guest) {
    return "/api/conversations/"
        + sandbox
            .database()
            .strings(
                "SELECT id FROM conversations WHERE guest_address = '" + Guests.phone(guest) + "'")
            .getFirst();
  }

  private static void say(int guest, String text) {
    guests.write(guest, text);
    rest();
  }

  private static void write(String phone, String text) {
    String sid = "SM" + UUID.randomUUID().toString().replace("-", "");
    GuestPhones.Written written =
        new GuestPhones.Written(phone, Guests.RESTAURANT, text, "Marta", sid, 1);
    while (!sandbox.twilio().guests().write(written).statuses().contains(200)) {
      Thread.onSpinWait();
    }
    rest();
  }

  private static List<String> sentTo(String phone) {
    return sandbox.twilio().messages().sentTo("whatsapp:" + phone).stream()
        .map(TwilioMessage::body)
        .toList();
  }

  private static void rest() {
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(2)), "the house comes to rest");
  }
}
