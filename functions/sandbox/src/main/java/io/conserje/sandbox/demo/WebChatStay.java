package io.conserje.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Sandbox;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A guest books a room in the hotel's web chat, and asks something in between. */
public final class WebChatStay {

  private static final String VENUE = "hotel";
  private static final String NAME = "Tomás Ejemplo";
  private static final String PHONE = "+34600000102";
  private static final int MOST_ANSWERS = 8;

  /** What a guest says when the house's last words hold one of these, the first that does. */
  private static final Map<String, String> REPLIES = new LinkedHashMap<>();

  static {
    REPLIES.put("desayuno", "la doble está bien");
    REPLIES.put("nombre", NAME);
    REPLIES.put("telefono", "seiscientos, cero cero cero, uno cero dos");
    REPLIES.put("habitacion prefiere", "la doble");
  }

  private final Steps steps;
  private final HouseApi api;
  private final LocalDate arrival;
  private String conversation;

  private WebChatStay(Sandbox sandbox, Steps steps, HouseApi api) {
    this.steps = steps;
    this.api = api;
    this.arrival =
        LocalDate.ofInstant(sandbox.clock().instant(), ZoneId.of("Europe/Madrid")).plusDays(12);
  }

  /** Whether every step held. */
  public static boolean play(Sandbox sandbox, java.io.PrintStream out) {
    Steps steps = new Steps(out);
    try (HouseApi api = new HouseApi(sandbox)) {
      new WebChatStay(sandbox, steps, api).play();
    } catch (RuntimeException e) {
      steps.check(e.getMessage(), false);
    }
    return steps.allHeld();
  }

  private void play() {
    steps.title("A room in the web chat: " + NAME + " on the hotel's page");
    say("hola, una doble del " + day(arrival) + ", dos noches, para dos personas");
    String answer = say("¿a qué hora es el desayuno?");
    steps.check("the question is answered from what the house knows", answer.contains("7:30"));
    for (int i = 0; i < MOST_ANSWERS && stay() == null; i++) {
      answer = say(reply(answer));
    }
    steps.title("What is in the book from " + arrival + " on");
    JsonNode stay = stay();
    if (steps.check("the stay is in the book", stay != null)) {
      check(stay, answer);
    }
  }

  private static String day(LocalDate date) {
    String[] months = {
      "enero",
      "febrero",
      "marzo",
      "abril",
      "mayo",
      "junio",
      "julio",
      "agosto",
      "septiembre",
      "octubre",
      "noviembre",
      "diciembre"
    };
    return date.getDayOfMonth() + " de " + months[date.getMonthValue() - 1];
  }

  private static String reply(String asked) {
    String plain =
        Normalizer.normalize(asked.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "");
    String question = plain.substring(plain.lastIndexOf('¿') + 1);
    return REPLIES.entrySet().stream()
        .filter(reply -> question.contains(reply.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("sí");
  }

  private String say(String text) {
    steps.guest(text);
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("venue", VENUE).put("text", text).put("language", "es");
    if (conversation != null) {
      message.put("conversation", conversation);
    }
    long start = System.nanoTime();
    JsonNode answer = api.chat(message);
    conversation = answer.path("conversation").asText();
    String said = answer.path("messages").path(0).path("text").asText();
    steps.house(said, (System.nanoTime() - start) / 1_000_000);
    return said;
  }

  private JsonNode stay() {
    return StreamSupport.stream(api.stays(VENUE, arrival, arrival.plusDays(3)).spliterator(), false)
        .filter(stay -> stay.path("guest").path("phone").asText().equals(PHONE))
        .findFirst()
        .orElse(null);
  }

  private void check(JsonNode stay, String confirmation) {
    String reference = stay.path("reference").asText();
    steps.line(
        "%s  %s – %s  %s  %s  %s"
            .formatted(
                reference,
                stay.path("arrival").asText(),
                stay.path("departure").asText(),
                stay.path("roomType").asText(),
                stay.path("guest").path("name").asText(),
                stay.path("status").asText()));
    steps.check(
        "it is for two nights",
        stay.path("departure").asText().equals(arrival.plusDays(2).toString()));
    steps.check("the guest was told the reference " + reference, confirmation.contains(reference));
  }
}
