package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.twilio.GuestPhones;
import io.conserje.sandbox.twilio.TwilioMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What guests send besides text on WhatsApp, and what becomes of what cannot be delivered. */
@InSharedSandbox
class TwilioChannelsTest {

  private static Sandbox sandbox;

  /** Each test has a guest of its own. */
  private static int guest = 500;

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
  }

  @BeforeEach
  void next() {
    sandbox.faults().clear(null);
    guest++;
  }

  @Test
  void aTableIsBookedBySmsAndTheAnswersComeBySms() {
    sms("mesa para dos el martes a las dos, a nombre de Ana Ruiz");
    sms("sí");

    assertEquals(2, texts(phone()).size(), texts(phone()).toString());
    assertEquals(List.of(), texts("whatsapp:" + phone()));
    assertEquals(
        "sms", one("SELECT channel FROM reservations WHERE guest_phone = '" + phone() + "'"));
  }

  @Test
  void aVoiceNoteIsAskedForInWordsAndAReactionIsLeftAlone() {
    whatsapp("", Map.of("MessageType", "audio", "NumMedia", "1", "MediaUrl0", "https://x/ME1"));
    whatsapp("👍", Map.of("MessageType", "reaction"));

    List<String> answers = texts("whatsapp:" + phone());
    assertEquals(1, answers.size(), answers.toString());
    assertTrue(answers.getFirst().contains("no puedo escuchar"), answers.toString());
  }

  @Test
  void whatWhatsAppCannotDeliverComesBySmsOnce() {
    sandbox.faults().add(new Fault("twilio", Fault.DELIVERY, Fault.Kind.STATUS, 63016, 0, null), 1);
    whatsapp("hola", Map.of());

    List<String> first = texts("whatsapp:" + phone());
    assertEquals(1, first.size());
    assertEquals(1, texts(phone()).size(), texts(phone()).toString());
    assertEquals(
        "undelivered,delivered",
        one(
            "SELECT string_agg(state, ',' ORDER BY position) FROM outbox WHERE guest_address = '"
                + phone()
                + "'"));
  }

  @Test
  void whoSaysStopHearsNothingMoreUntilStart() {
    whatsapp("hola", Map.of());
    whatsapp("BAJA", Map.of());
    whatsapp("mesa para dos", Map.of());
    sms("mesa para dos");
    List<String> answers = texts("whatsapp:" + phone());
    assertEquals(2, answers.size(), answers.toString());
    assertTrue(answers.getLast().contains("no le escribiremos más"), answers.toString());
    assertEquals(List.of(), texts(phone()));

    whatsapp("ALTA", Map.of());
    whatsapp("hola", Map.of());
    assertEquals(4, texts("whatsapp:" + phone()).size());
  }

  @Test
  void aCarriersStopIsObeyedAndNotAnswered() {
    sms("STOP");
    sms("hola");
    assertEquals(List.of(), texts(phone()));
    sms("START");
    sms("hola");
    assertEquals(1, texts(phone()).size(), texts(phone()).toString());
  }

  private static void whatsapp(String text, Map<String, String> more) {
    send(new GuestPhones.Written(phone(), Guests.RESTAURANT, text, "", null, 1, false, more));
  }

  private static void sms(String text) {
    send(new GuestPhones.Written(phone(), Guests.RESTAURANT, text, "", null, 1, true, Map.of()));
  }

  private static void send(GuestPhones.Written written) {
    assertEquals(List.of(200), sandbox.twilio().guests().write(written).statuses());
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(2)), "the house comes to rest");
  }

  private static String phone() {
    return Guests.phone(guest);
  }

  private static List<String> texts(String address) {
    return sandbox.twilio().messages().sentTo(address).stream().map(TwilioMessage::body).toList();
  }

  private static String one(String sql) {
    return sandbox.database().strings(sql).getFirst();
  }
}
