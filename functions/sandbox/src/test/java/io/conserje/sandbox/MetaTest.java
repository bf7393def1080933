package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.meta.MetaGuests;
import io.conserje.sandbox.meta.MetaGuests.Written;
import io.conserje.sandbox.meta.MetaMessage;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.Fault.Kind;
import io.conserje.sandbox.twilio.GuestPhones;
import io.conserje.sandbox.twilio.TwilioMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A house whose WhatsApp is at Meta, and at Twilio at the same time. */
@InSharedSandbox
class MetaTest {

  private static Sandbox sandbox;

  /** Each test has a guest of its own. */
  private static int guest = 800;

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
  }

  @BeforeEach
  void next() {
    sandbox.faults().clear(null);
    sandbox.requests().clear(null);
    guest++;
  }

  @Test
  void theChallengeIsAnswered() {
    assertTrue(sandbox.meta().verify());
  }

  @Test
  void aTableIsBookedAndTheAnswersComeOverMeta() {
    write("mesa para dos el martes a las dos, a nombre de Ana Ruiz");
    write("sí");

    assertEquals(2, answers().size(), answers().toString());
    assertEquals(List.of(), twilio());
    assertEquals(
        "confirmed", one("SELECT status FROM reservations WHERE guest_phone = '" + phone() + "'"));
    assertEquals(
        "delivered",
        one("SELECT string_agg(DISTINCT state, ',') FROM outbox" + mine() + " AND kind = 'reply'"));
    assertEquals("meta", one("SELECT string_agg(DISTINCT provider, ',') FROM outbox" + mine()));
  }

  @Test
  void whoWritesToBothIsAnsweredOverEach() {
    write("hola");
    sandbox
        .twilio()
        .guests()
        .write(new GuestPhones.Written(phone(), "+34600000900", "hola", "Ana", null, 1));
    settle();

    assertEquals(1, answers().size(), answers().toString());
    assertEquals(1, twilio().size(), twilio().toString());
  }

  @Test
  void theGuestSeesThatTheMessageWasRead() {
    write("hola");

    List<String> marks =
        sandbox.requests().after("meta", 0).stream()
            .filter(entry -> entry.operation().equals("mark-read"))
            .map(entry -> entry.status() + " " + entry.body())
            .toList();
    assertEquals(1, marks.size(), marks.toString());
    assertTrue(marks.getFirst().startsWith("200 "), marks.toString());
    assertTrue(marks.getFirst().contains("typing_indicator"), marks.toString());
  }

  @Test
  void aGuestWithoutANumberIsAnsweredAndAskedForOne() {
    String user = "ES.1349120865530274" + guest;
    deliver(List.of(text(user, "mesa para dos el martes a las dos, a nombre de Ana Ruiz")), 1);

    List<String> answers =
        sandbox.meta().messages().sentTo(user).stream().map(MetaMessage::body).toList();
    assertEquals(1, answers.size(), answers.toString());
    assertTrue(answers.getFirst().contains("teléfono"), answers.toString());
  }

  @Test
  void aNoticeOfManyDeliveredThriceIsEachOnce() {
    String other = phone();
    guest++;
    deliver(List.of(text(other, "hola"), text(phone(), "hola")), 3);

    assertEquals(1, answers().size(), answers().toString());
    assertEquals(1, answers(other).size(), answers(other).toString());
    assertEquals(
        "1",
        one(
            "SELECT count(*)::text FROM messages m JOIN conversations c"
                + " ON c.id = m.conversation WHERE sender = 'guest' AND guest_address = '"
                + phone()
                + "'"));
  }

  @Test
  void whatMetaTookWithoutSayingSoIsNotSentTwice() {
    sandbox.faults().add(new Fault("meta", "send-message", Kind.DROP, 200, 0, null), 1);
    write("hola");

    assertEquals(1, answers().size(), answers().toString());
    assertEquals("delivered", one("SELECT state FROM outbox" + mine()));
  }

  @Test
  void tooFastIsTriedAgain() {
    sandbox.faults().add(new Fault("meta", "send-message", Kind.STATUS, 131056, 0, null), 1);
    write("hola");

    assertEquals(1, answers().size(), answers().toString());
    assertEquals("delivered", one("SELECT state FROM outbox" + mine()));
  }

  @Test
  void statusesInDisorderAndTwiceComeToTheSame() {
    sandbox.faults().add(new Fault("meta", "statuses", Kind.REORDER, 0, 0, null), 1);
    sandbox.faults().add(new Fault("meta", "statuses", Kind.DUPLICATE, 0, 0, null), 2);
    write("hola");

    assertEquals("delivered", one("SELECT state FROM outbox" + mine()));
  }

  @Test
  void whatMetaCannotDeliverComesBySmsOnce() {
    sandbox.faults().add(new Fault("meta", Fault.DELIVERY, Kind.STATUS, 131026, 0, null), 1);
    write("hola");

    assertEquals(1, answers().size());
    List<String> sms =
        sandbox.twilio().messages().sentTo(phone()).stream().map(TwilioMessage::body).toList();
    assertEquals(1, sms.size(), sms.toString());
    assertEquals(
        "failed,delivered",
        one("SELECT string_agg(state, ',' ORDER BY position) FROM outbox" + mine()));
  }

  @Test
  void reactionsAndChangedNumbersAreKeptAndLeftAlone() {
    deliver("{\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.x\",\"emoji\":\"👍\"}}");
    deliver("{\"type\":\"system\",\"system\":{\"type\":\"user_changed_number\",\"body\":\"x\"}}");
    assertEquals(List.of(), answers());

    deliver("{\"type\":\"image\",\"image\":{\"id\":\"1\"}}");
    deliver("{\"type\":\"unsupported\",\"errors\":[{\"code\":131051}]}");
    assertEquals(2, answers().size(), answers().toString());
  }

  @Test
  void aHouseKnownByItsTelephoneNumberAnswersFromTheNumberThatWasWrittenTo() {
    String hotels = "106540352242999";
    deliver(
        List.of(
            new Written(phone(), hotels, "34600000910", "Ana", "hola", null, Json.object(), "")),
        1);

    List<String> asked =
        sandbox.requests().after("meta", 0).stream()
            .filter(entry -> List.of("send-message", "mark-read").contains(entry.operation()))
            .map(entry -> entry.operation() + " " + entry.path())
            .distinct()
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "mark-read /v26.0/" + hotels + "/messages",
            "send-message /v26.0/" + hotels + "/messages"),
        asked);
    assertEquals(
        "+34600000910", one("SELECT house_address FROM outbox" + mine()), "one conversation");
  }

  private static void write(String text) {
    deliver(List.of(text(phone(), text)), 1);
  }

  private static void deliver(String content) {
    JsonNode type = Json.read(content);
    deliver(
        List.of(
            new Written(phone(), MetaGuests.RESTAURANT, "34600000900", "Ana", "", null, type, "")),
        1);
  }

  private static void deliver(List<Written> written, int times) {
    List<Integer> statuses = sandbox.meta().guests().write(written, times).statuses();
    assertTrue(statuses.stream().allMatch(status -> status == 200), statuses.toString());
    settle();
  }

  private static Written text(String from, String text) {
    return Written.text(from, "Ana", text);
  }

  private static void settle() {
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(2)), "something is still to be done");
  }

  private static String phone() {
    return "+3465%07d".formatted(guest);
  }

  private static List<String> answers() {
    return answers(phone());
  }

  private static List<String> answers(String phone) {
    return sandbox.meta().messages().sentTo(phone.substring(1)).stream()
        .map(MetaMessage::body)
        .toList();
  }

  private static List<String> twilio() {
    return sandbox.twilio().messages().sentTo("whatsapp:" + phone()).stream()
        .map(TwilioMessage::body)
        .toList();
  }

  private static String mine() {
    return " WHERE guest_address = '" + phone() + "'";
  }

  private static String one(String query) {
    return sandbox.database().strings(query).getFirst();
  }
}
