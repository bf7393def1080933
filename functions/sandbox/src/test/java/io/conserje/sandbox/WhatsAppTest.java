package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.Variable;
import io.conserje.sandbox.providers.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one guest sees, with everything real but Twilio. */
@InSharedSandbox
class WhatsAppTest {

  private static Sandbox sandbox;
  private static Guests guests;

  /** Each test has a guest of its own. */
  private static int guest;

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
    guests = new Guests(sandbox);
  }

  @AfterEach
  void next() {
    sandbox.faults().clear(null);
    sandbox.settings().set(Variable.TURN_BREATH_SECONDS, "0");
    guest++;
  }

  @Test
  void theSameMessageDeliveredTenTimesAtOnceGivesOneReplyAndOneBooking() {
    say("mesa para dos el martes a las dos");
    guests.write(guest, "sí", 10);
    rest();

    assertEquals(2, guests.answers(guest).size());
    assertEquals("1", reservations("confirmed"), guests.answers(guest).toString());
  }

  @Test
  void threeMessagesWithinTheirBreathAreOneTurn() {
    sandbox.settings().set(Variable.TURN_BREATH_SECONDS, "2");
    guests.write(guest, "hola");
    guests.write(guest, "quería una mesa");
    guests.write(guest, "para dos, el miércoles a las dos");
    rest();

    assertEquals(1, guests.answers(guest).size(), guests.answers(guest).toString());
    assertTrue(
        guests.answers(guest).getFirst().contains("14:00"), guests.answers(guest).toString());
  }

  @Test
  void whoFloodsTheNumberGetsOnePoliteLineThenSilenceAndIsLaterHeardAgain() {
    sandbox.settings().set(Variable.TURN_BREATH_SECONDS, "2");
    for (int i = 0; i < 25; i++) {
      guests.write(guest, "hola " + i);
    }
    rest();
    List<String> answers = guests.answers(guest);
    long polite = answers.stream().filter(a -> a.contains("mensajes")).count();

    assertEquals(1, polite, answers.toString());
    assertEquals("5", messages("silenced"));

    sandbox.clock().set(sandbox.clock().instant().plus(Duration.ofMinutes(2)), true);
    say("hola");
    assertEquals(answers.size() + 1, guests.answers(guest).size());
  }

  @Test
  void aReplyThatTwilioCannotTakeNowIsSentLaterAndOnce() {
    fault(Fault.Kind.STATUS, 429);
    fault(Fault.Kind.STATUS, 503);
    say("mesa para dos el jueves a las dos");

    assertEquals(1, guests.answers(guest).size());
    assertEquals(
        "3", one("SELECT max(attempts) FROM outbox WHERE guest_address = '" + phone() + "'"));
  }

  @Test
  void aReplyThatTwilioTookButNeverAcknowledgedIsNotSentTwice() {
    fault(Fault.Kind.DROP, 201);
    say("mesa para dos el viernes a las dos");

    assertEquals(1, guests.answers(guest).size());
  }

  @Test
  void aGuestCancelsWhatTheyBooked() {
    say("mesa para dos el domingo a las dos");
    say("sí");
    assertEquals("1", reservations("confirmed"));

    say("quiero cancelar mi reserva");
    say("sí");

    assertEquals("0", reservations("confirmed"));
    assertEquals("1", reservations("cancelled"));
    assertEquals(4, guests.answers(guest).size());
  }

  @Test
  void anEnglishGuestIsAnsweredInEnglish() {
    say("Hi, a table for two on Saturday at 2pm please");

    assertTrue(guests.answers(guest).getFirst().contains("Saturday 21 November at 14:00"));
  }

  private static void fault(Fault.Kind kind, int status) {
    sandbox.faults().add(new Fault("twilio", null, kind, status, 0, null), 1);
  }

  private static void say(String text) {
    guests.write(guest, text);
    rest();
  }

  private static void rest() {
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(2)), "the house comes to rest");
  }

  private static String phone() {
    return Guests.phone(guest);
  }

  private static String reservations(String status) {
    return one(
        "SELECT count(*) FROM reservations r WHERE r.guest_phone = '"
            + phone()
            + "' AND r.status = '"
            + status
            + "'");
  }

  private static String messages(String state) {
    return one(
        "SELECT count(*) FROM messages m JOIN conversations c ON c.id = m.conversation"
            + " WHERE c.guest_address = '"
            + phone()
            + "' AND m.state = '"
            + state
            + "'");
  }

  private static String one(String sql) {
    return sandbox.database().strings(sql).getFirst();
  }
}
