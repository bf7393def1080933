package io.conserje.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.meta.MetaGuests;
import io.conserje.sandbox.meta.MetaMessage;
import io.conserje.sandbox.telnyx.TelnyxCalls;
import io.conserje.sandbox.telnyx.TelnyxGuests;
import io.conserje.sandbox.twilio.GuestCalls;
import io.conserje.sandbox.twilio.TwilioMessage;
import io.conserje.sandbox.vapi.PhoneCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Guests at every provider's: what each says, and what it has heard of the house. */
final class StormGuests implements AutoCloseable {

  /** A page tries again, with the same id, when the house was too slow. */
  private static final int ATTEMPTS = 20;

  private static final long PAUSE_MILLIS = 500;

  private final Sandbox sandbox;
  private final Guests whatsapp;
  private final HttpClient pages = HttpClient.newHttpClient();

  /** The token of each page's conversation. */
  private final Map<Integer, String> chats = new ConcurrentHashMap<>();

  private final Map<Integer, ConcurrentLinkedQueue<String>> answered = new ConcurrentHashMap<>();

  StormGuests(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.whatsapp = new Guests(sandbox);
  }

  /** A way of writing to the house. */
  interface Pen {
    void write(int guest, int step, String text);
  }

  void overTwilio(int guest, int step, String text) {
    whatsapp.write(guest, text);
  }

  void bySms(int guest, int step, String text) {
    sandbox
        .telnyx()
        .guests()
        .write(new TelnyxGuests.Written(Guests.phone(guest), Guests.RESTAURANT, text, "", null, 1));
  }

  void overMeta(int guest, int step, String text) {
    sandbox
        .meta()
        .guests()
        .write(MetaGuests.Written.text(Guests.phone(guest), Guests.name(guest), text));
  }

  /** The same page's message has the same id, in whichever storm. */
  void onThePage(int guest, int step, String text) {
    ObjectNode message = Json.object().put("venue", "restaurante").put("text", text);
    message.put("messageId", "a-page-of-the-storm-%06d-%d".formatted(guest, step));
    if (chats.containsKey(guest)) {
      message.put("conversation", chats.get(guest));
    }
    JsonNode answer = post(Json.write(message));
    chats.put(guest, answer.path("conversation").asText());
    answer.path("messages").forEach(line -> hears(guest, line.path("text").asText()));
  }

  private JsonNode post(String message) {
    String house = sandbox.settings().publicBaseUrl() + "/webchat/messages";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.settings().reachable(house)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(message))
            .build();
    try {
      HttpResponse<String> answer = pages.send(request, HttpResponse.BodyHandlers.ofString());
      for (int i = 1; i < ATTEMPTS && answer.statusCode() > 499; i++) {
        Thread.sleep(PAUSE_MILLIS);
        answer = pages.send(request, HttpResponse.BodyHandlers.ofString());
      }
      if (answer.statusCode() != 200) {
        throw new AssertionError("The page heard " + answer.statusCode() + " " + answer.body());
      }
      return Json.read(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * A call that VAPI carries, to its end.
   *
   * @param steps as a script has them, with a comma behind the last; empty for none
   */
  void callOverVapi(int guest, String steps, String end) {
    String script =
        """
        [{"user": "Buenas, soy %s"}, %s{"assistant": "¿Algo más?"}, {"message": {"type": "hang"}},
         {"user": "Gracias, adiós."}]
        """
            .formatted(Guests.name(guest), steps);
    PhoneCalls.Played played =
        sandbox
            .vapi()
            .calls()
            .play(
                new PhoneCalls.Script(
                    Guests.phone(guest), Guests.RESTAURANT, Json.read(script), end));
    if (!played.endedReason().equals(end)) {
      throw new AssertionError("The call of guest " + guest + " ended: " + played.endedReason());
    }
    played.results().forEach(result -> hears(guest, result.path("result").asText()));
  }

  void callOverTwilio(int guest, GuestCalls.Sound sound, String dial, boolean speaks) {
    sandbox
        .twilio()
        .calls()
        .play(new GuestCalls.Script(Guests.phone(guest), Guests.RESTAURANT, sound, dial, speaks));
  }

  void callOverTelnyx(int guest, TelnyxCalls.Sound sound, String dial, String key) {
    sandbox
        .telnyx()
        .calls()
        .play(
            new TelnyxCalls.Script(Guests.phone(guest), Guests.RESTAURANT, sound, dial, true, key));
  }

  private void hears(int guest, String text) {
    answered.computeIfAbsent(guest, _ -> new ConcurrentLinkedQueue<>()).add(text);
  }

  /** All that the house has said to a guest, however it came. */
  List<String> heard(int guest) {
    String phone = Guests.phone(guest);
    return Stream.of(
            sandbox.twilio().messages().sentTo("whatsapp:" + phone).stream()
                .map(TwilioMessage::body),
            sandbox.telnyx().guests().sentTo(phone).stream().map(TelnyxGuests.Got::text),
            sandbox.meta().messages().sentTo(phone.substring(1)).stream().map(MetaMessage::body),
            answered.getOrDefault(guest, new ConcurrentLinkedQueue<>()).stream())
        .flatMap(texts -> texts)
        .toList();
  }

  void forget() {
    chats.clear();
    answered.clear();
  }

  @Override
  public void close() {
    pages.close();
  }
}
