package io.conserje.connectors.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.inbound.DeliveryReport;
import io.conserje.outbound.Delivery;
import io.conserje.outbound.EarlierTry;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Sending;
import io.conserje.outbound.Sending.About;
import io.conserje.outbound.Sending.Refusal;
import io.conserje.testkit.http.ScriptedServer;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelnyxSenderTest {

  private static final UUID ID = UUID.fromString("6f1c1f9e-0000-4000-8000-000000000301");

  private final ScriptedServer server = new ScriptedServer();
  private final TelnyxSender sender =
      new TelnyxSender(TelnyxUnderTest.api(server), () -> "https://api.example.com/");

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void anSmsIsTakenUnderTelnyxsId() {
    server.answers(200, "{\"data\":{\"id\":\"ac012cbf\",\"to\":[{\"status\":\"queued\"}]}}");

    assertEquals(new Sending.Taken("ac012cbf"), sender.send(sms("Hasta el viernes.")));

    ScriptedServer.Seen seen = server.seen().getFirst();
    assertEquals("POST /v2/messages", seen.method() + " " + seen.path());
    assertEquals("Bearer KEY0", seen.authorization());
    for (String part :
        List.of(
            "\"from\":\"+34600000900\"",
            "\"to\":\"+34600000101\"",
            "\"text\":\"Hasta el viernes.\"",
            "\"tags\":[\"conserje:" + ID + "\"]",
            "\"webhook_url\":\"https://api.example.com/telnyx/events\"")) {
      assertTrue(seen.body().contains(part), part + " in " + seen.body());
    }
  }

  @Test
  void whatPassesIsTriedLater() {
    server.answers(429, Map.of("Retry-After", "7"), TelnyxUnderTest.error("10011", "slow"));
    assertEquals(Duration.ofSeconds(7), later("10011").askedToWait());
    server.afresh().answers(429, Map.of("x-ratelimit-reset", "3"), "");
    assertEquals(Duration.ofSeconds(3), later("http_429").askedToWait());
    server.afresh().answers(401, TelnyxUnderTest.error("10009", "Authentication failed"));
    assertNull(later("10009").askedToWait());
  }

  @Test
  void whatTelnyxMayHaveTakenIsNotSaidAgainBeforeItHadTimeToTell() {
    server.answers(503, "");
    assertWaited(TelnyxSender.FOR_A_STATUS, About.PROVIDER, later("http_503"));
    server.afresh().answersNothing();
    assertWaited(TelnyxSender.FOR_A_STATUS, About.PROVIDER, later("no_answer"));
    server.afresh().answers(200, "<html>");
    assertWaited(TelnyxSender.FOR_A_STATUS, About.PROVIDER, later("http_200"));
    server.afresh().answers(408, "");
    assertWaited(TelnyxSender.FOR_A_STATUS, About.PROVIDER, later("http_408"));
    server.afresh().answers(503, Map.of("Retry-After", "2"), "");
    assertWaited(TelnyxSender.FOR_A_STATUS, About.PAUSE, later("http_503"));
    server.afresh().answers(503, Map.of("Retry-After", "90"), "");
    assertWaited(Duration.ofSeconds(90), About.PAUSE, later("http_503"));
  }

  @Test
  void whatNeverGoesIsToldApart() {
    assertEquals(Refusal.OPTED_OUT, refused("40300").what());
    assertEquals(Refusal.NOT_OVER_THIS_CHANNEL, refused("40310").what());
    assertEquals(Refusal.FINAL, refused("40302").what());
    assertTrue(!refused("40310").reason().contains("34600000101"));
  }

  @Test
  void onlySmsOfATakableLengthIsGivenToIt() {
    assertInstanceOf(Sending.Refused.class, sender.send(over(Channel.WHATSAPP, "hola")));
    assertInstanceOf(Sending.Refused.class, sender.send(sms("x".repeat(1531))));
    assertEquals(List.of(), server.seen());
  }

  @Test
  void telnyxCannotBeAskedWhatItHas() {
    assertEquals(EarlierTry.UNKNOWN, sender.alreadyTaken(sms("hola"), Set.of()));
    assertEquals(List.of(), server.seen());
  }

  @Test
  void itsWordsForAMessagesStateAreUnderstood() {
    TelnyxDelivery words = new TelnyxDelivery();
    Map.of(
            "queued", Delivery.SENT,
            "sent", Delivery.SENT,
            "delivery_unconfirmed", Delivery.SENT,
            "delivered", Delivery.DELIVERED,
            "delivery_failed", Delivery.UNDELIVERED,
            "expired", Delivery.UNDELIVERED,
            "sending_failed", Delivery.FAILED)
        .forEach((word, state) ->
            assertEquals(Optional.of(state), words.state(report(word, null)), word));
    assertEquals(Optional.empty(), words.state(report("teleported", null)));
    assertEquals(Refusal.OPTED_OUT, words.refusal(report("delivery_failed", "40300")));
    assertEquals(Refusal.FINAL, words.refusal(report("delivery_failed", null)));
  }

  private static DeliveryReport report(String status, String code) {
    return new DeliveryReport("telnyx", "m", null, status, code, TelnyxUnderTest.NOW, "c");
  }

  private static void assertWaited(Duration expected, About about, Sending.Later later) {
    assertEquals(expected, later.askedToWait());
    assertEquals(about, later.about());
  }

  private Sending.Later later(String code) {
    Sending.Later later = assertInstanceOf(Sending.Later.class, sender.send(sms("hola")));
    assertEquals(code, later.errorCode());
    return later;
  }

  private Sending.Refused refused(String code) {
    server.afresh().answers(400, TelnyxUnderTest.error(code, "not to +34600000101"));
    return assertInstanceOf(Sending.Refused.class, sender.send(sms("hola")));
  }

  private static OutboundMessage sms(String text) {
    return over(Channel.SMS, text);
  }

  private static OutboundMessage over(Channel channel, String text) {
    return new OutboundMessage(
        ID,
        new VenueId("casa"),
        UUID.randomUUID(),
        channel,
        "+34600000900",
        "+34600000101",
        text,
        1,
        null);
  }
}
