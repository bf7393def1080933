package io.conserje.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.Sandbox;
import io.conserje.sandbox.twilio.GuestPhones;
import io.conserje.sandbox.twilio.TwilioMessage;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A guest books a table over WhatsApp: from the signed webhook to the confirmation on the phone.
 */
public final class WhatsAppBooking {

  private static final String VENUE = "restaurante";
  private static final String HOUSE = "+34600000900";
  private static final String GUEST = "+34600000101";
  private static final String NAME = "Lucía Ejemplo";
  private static final String TIME = "21:00";
  private static final int PEOPLE = 4;
  private static final int MOST_ANSWERS = 6;
  private static final long PATIENCE_SECONDS = 30;

  private final Sandbox sandbox;
  private final Steps steps;
  private final HouseApi api;
  private final DinnerDate dinner;

  private WhatsAppBooking(Sandbox sandbox, Steps steps, HouseApi api) {
    this.sandbox = sandbox;
    this.steps = steps;
    this.api = api;
    this.dinner = DinnerDate.after(sandbox.clock().instant());
  }

  /** Whether every step held. */
  public static boolean play(Sandbox sandbox, java.io.PrintStream out) {
    Steps steps = new Steps(out);
    try (HouseApi api = new HouseApi(sandbox)) {
      new WhatsAppBooking(sandbox, steps, api).play();
    } catch (RuntimeException e) {
      steps.check(e.getMessage(), false);
    }
    return steps.allHeld();
  }

  private void play() {
    steps.title("A table over WhatsApp: " + NAME + ", " + GUEST + ", writes to " + HOUSE);
    String answer = say("mesa para cuatro " + dinner.words() + " a las nueve");
    for (int i = 0; i < MOST_ANSWERS && answer != null && booking() == null; i++) {
      answer = say(reply(answer));
    }
    steps.title("What is in the book for " + dinner.date());
    JsonNode booking = booking();
    if (steps.check("the reservation is in the book", booking != null)) {
      checkBooking(booking);
      checkConfirmation(booking.path("reference").asText());
    }
  }

  /** The house asks for a name, or reads back what it understood. */
  private static String reply(String question) {
    boolean asksForName = question.contains("nombre") && !question.contains(NAME);
    return asksForName ? NAME : "sí";
  }

  /** What the house answers; null if it does not. */
  private String say(String text) {
    int before = answers().size();
    steps.guest(text);
    long start = System.nanoTime();
    GuestPhones.Delivered delivered =
        sandbox.twilio().guests().write(new GuestPhones.Written(GUEST, HOUSE, text, NAME, null, 1));
    if (!delivered.statuses().equals(List.of(200))) {
      steps.check("the webhook is taken with 200, not " + delivered.statuses(), false);
      return null;
    }
    boolean answered = Steps.await(PATIENCE_SECONDS, () -> answers().size() > before);
    if (!answered) {
      steps.check("an answer within " + PATIENCE_SECONDS + " s", false);
      return null;
    }
    String answer = answers().getLast().body();
    steps.house(answer, (System.nanoTime() - start) / 1_000_000);
    return answer;
  }

  private List<TwilioMessage> answers() {
    return sandbox.twilio().messages().sentTo("whatsapp:" + GUEST);
  }

  private JsonNode booking() {
    return StreamSupport.stream(api.reservations(VENUE, dinner.date()).spliterator(), false)
        .filter(reservation -> reservation.path("guest").path("phone").asText().equals(GUEST))
        .filter(reservation -> reservation.path("status").asText().equals("confirmed"))
        .findFirst()
        .orElse(null);
  }

  private void checkBooking(JsonNode booking) {
    steps.line(
        "%s  %s %s  %d people  table %s  %s  %s"
            .formatted(
                booking.path("reference").asText(),
                booking.path("date").asText(),
                booking.path("time").asText(),
                booking.path("partySize").asInt(),
                booking.path("tables"),
                booking.path("guest").path("name").asText(),
                booking.path("status").asText()));
    steps.check("it is at " + TIME, booking.path("time").asText().equals(TIME));
    steps.check("it is for " + PEOPLE, booking.path("partySize").asInt() == PEOPLE);
  }

  private void checkConfirmation(String reference) {
    boolean sent = Steps.await(PATIENCE_SECONDS, () -> confirmation(reference) != null);
    if (steps.check("the guest was sent the reference " + reference, sent)) {
      String sid = confirmation(reference).sid();
      steps.check("Twilio delivered it", Steps.await(5, () -> delivered(sid)));
      steps.check("the house knows that it was delivered", Steps.await(10, this::knownDelivered));
    }
  }

  private TwilioMessage confirmation(String reference) {
    return answers().stream().filter(m -> m.body().contains(reference)).findFirst().orElse(null);
  }

  private boolean delivered(String sid) {
    return sandbox.twilio().messages().find(sid).orElseThrow().status().equals("delivered");
  }

  private boolean knownDelivered() {
    return api.conversation(VENUE, GUEST).toString().contains("\"delivered\"");
  }
}
