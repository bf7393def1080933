package io.conserje.connectors.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.http.Timeouts;
import io.conserje.outbound.EarlierTry;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.OutboundMessage.Content;
import io.conserje.outbound.ProviderSilent;
import io.conserje.outbound.Sending;
import io.conserje.outbound.Sending.Refusal;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioSenderTest {

  private static final VenueId HOUSE = new VenueId("house");
  private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000301");
  private static final Instant FIRST_TRIED = Instant.parse("2026-11-20T11:00:00.700Z");
  private static final String TEXT = "Su mesa para 2 está confirmada ✅";
  private static final String AT_ONCE = "Fri, 20 Nov 2026 11:00:00 +0000";
  private static final Timeouts PATIENT =
      new Timeouts(Duration.ofMinutes(2), Duration.ofMinutes(2), Duration.ofMinutes(4));

  /** For a Twilio that falls silent; never for one whose answer matters. */
  private static final Timeouts IMPATIENT =
      new Timeouts(Duration.ofMinutes(2), Duration.ofMillis(500), Duration.ofMinutes(4));

  private final FakeTwilio twilio = new FakeTwilio();
  private final AtomicReference<TwilioAccount> account =
      new AtomicReference<>(account("old-token,older-token", twilio.url()));
  private final TwilioSender sender =
      new TwilioSender(account::get, InstantSource.fixed(FIRST_TRIED), PATIENT);
  private final TwilioSender impatient =
      new TwilioSender(account::get, InstantSource.fixed(FIRST_TRIED), IMPATIENT);

  @AfterEach
  void close() {
    twilio.close();
  }

  @Test
  void messageIsPostedAsTwilioExpectsIt() {
    twilio.answers(201, FakeTwilio.message("SM301", TEXT, AT_ONCE));

    assertEquals(new Sending.Taken("SM301"), sender.send(message(TEXT)));

    FakeTwilio.Seen seen = twilio.seen.getFirst();
    assertEquals("POST", seen.method());
    assertEquals(
        "/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages.json", seen.path());
    assertEquals(basic("old-token"), seen.authorization());
    assertEquals(
        Map.of(
            "From",
            "whatsapp:+34600000900",
            "To",
            "whatsapp:+34600000101",
            "Body",
            TEXT,
            "StatusCallback",
            "https://api.example.com/twilio/status?message=" + ID),
        seen.form());
  }

  @Test
  void whatIsSaidAloudIsPostedByItsAddress() {
    twilio.answers(201, FakeTwilio.message("SM301", "", AT_ONCE));

    sender.send(
        message(TEXT).as(new OutboundMessage.Speech("https://api.example.com/media/token")));

    assertEquals(
        "https://api.example.com/media/token", twilio.seen.getFirst().form().get("MediaUrl"));
    assertEquals(null, twilio.seen.getFirst().form().get("Body"));
  }

  @Test
  void rotatedTokenIsUsedFromTheNextSendOn() {
    twilio.answers(201, FakeTwilio.message("SM301", TEXT, AT_ONCE));
    sender.send(message(TEXT));

    account.set(account("new-token , old-token", twilio.url() + "/"));
    sender.send(message(TEXT));

    assertEquals(basic("new-token"), twilio.seen.getLast().authorization());
  }

  @Test
  void secondTokenSendsWhenTheFirstIsNoLongerTwilios() {
    twilio
        .answers(401, FakeTwilio.error(20003, "Authenticate", 401))
        .answers(201, FakeTwilio.message("SM301", TEXT, AT_ONCE));

    assertEquals(new Sending.Taken("SM301"), sender.send(message(TEXT)));

    assertEquals(basic("older-token"), twilio.seen.getLast().authorization());
    assertEquals(TEXT, twilio.seen.getLast().form().get("Body"));
  }

  @ParameterizedTest
  @CsvSource({
    "20429, 429",
    "63038, 429",
    "20500, 500",
    "20503, 503",
    "63018, 400",
    "30001, 400",
    "20408, 408",
    "20003, 401"
  })
  void whatPassesIsTriedLater(int code, int status) {
    twilio.answers(status, FakeTwilio.error(code, "No.", status));

    Sending.Later later = assertInstanceOf(Sending.Later.class, sender.send(message(TEXT)));

    assertEquals(String.valueOf(code), later.errorCode());
    assertNull(later.askedToWait());
  }

  @ParameterizedTest
  @CsvSource({
    "21211, 400",
    "21408, 403",
    "21610, 400",
    "21614, 400",
    "63003, 400",
    "63016, 400",
    "20404, 404"
  })
  void whatStaysIsRefused(int code, int status) {
    twilio.answers(status, FakeTwilio.error(code, "No.", status));

    Sending.Refused refused = assertInstanceOf(Sending.Refused.class, sender.send(message(TEXT)));

    assertEquals(String.valueOf(code), refused.errorCode());
    assertEquals("Twilio answered " + status + ": No.", refused.reason());
  }

  @Test
  void reasonDoesNotRepeatTheGuestsNumber() {
    twilio.answers(
        400,
        FakeTwilio.error(21211, "The 'To' number whatsapp:+34 600 000-101 is not valid.", 400));

    Sending.Refused refused = assertInstanceOf(Sending.Refused.class, sender.send(message(TEXT)));

    assertEquals("Twilio answered 400: The 'To' number whatsapp:… is not valid.", refused.reason());
  }

  @Test
  void postIsNeverRepeatedByTheSdk() {
    twilio.answers(503, FakeTwilio.error(20503, "No.", 503));

    sender.send(message(TEXT));

    assertEquals(1, twilio.seen.size());
  }

  @Test
  void askedWaitIsHonoured() {
    twilio.answers(429, Map.of("Retry-After", "7"), FakeTwilio.error(20429, "No.", 429));

    Sending.Later later = assertInstanceOf(Sending.Later.class, sender.send(message(TEXT)));

    assertEquals(Duration.ofSeconds(7), later.askedToWait());
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 504})
  void proxysErrorPageIsTriedLater(int status) {
    twilio.answers(status, "<html>Bad Gateway</html>");

    Sending.Later later = assertInstanceOf(Sending.Later.class, sender.send(message(TEXT)));

    assertEquals("http_" + status, later.errorCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"sid\": ", "{}", "", "[]", "<html>"})
  void answerThatCannotBeReadIsTriedLater(String body) {
    twilio.answers(201, body);

    assertInstanceOf(Sending.Later.class, sender.send(message(TEXT)));
  }

  @Test
  void redirectIsRefusedAndTheTokenNotCarriedOn() {
    twilio.answers(307, Map.of("Location", twilio.url() + "/elsewhere"), "{}");

    assertInstanceOf(Sending.Refused.class, sender.send(message(TEXT)));
    assertEquals(1, twilio.seen.size());
  }

  @Test
  void silenceInTheMiddleOfAnAnswerIsTriedLater() {
    twilio.hangsInTheBody();

    Sending.Later later = assertInstanceOf(Sending.Later.class, impatient.send(message(TEXT)));

    assertEquals("no_answer", later.errorCode());
  }

  @Test
  void unreachableTwilioIsTriedLater() {
    twilio.close();

    Sending.Later later = assertInstanceOf(Sending.Later.class, sender.send(message(TEXT)));

    assertEquals("no_answer", later.errorCode());
    assertTrue(later.reason().startsWith("Twilio: no connection"), later.reason());
  }

  @Test
  void longReplyIsRefusedWithoutAskingTwilio() {
    twilio.answers(201, FakeTwilio.message("SM301", TEXT, AT_ONCE));

    assertInstanceOf(Sending.Taken.class, sender.send(message("✅".repeat(1599) + "😀")));
    Sending.Refused refused =
        assertInstanceOf(Sending.Refused.class, sender.send(message("a".repeat(1601))));

    assertEquals("too_long", refused.errorCode());
    assertEquals(1, twilio.seen.size());
  }

  @Test
  void otherChannelIsRefused() {
    assertInstanceOf(Sending.Refused.class, sender.send(over(Channel.EMAIL, TEXT)));
    assertTrue(twilio.seen.isEmpty());
  }

  @Test
  void smsGoesFromNumberToNumberInItsPlainAlphabet() {
    twilio.answers(201, FakeTwilio.message("SM302", "-", AT_ONCE));

    assertEquals(new Sending.Taken("SM302"), sender.send(over(Channel.SMS, "Mesa — “terraza” ✅")));

    Map<String, String> form = twilio.seen.getFirst().form();
    assertEquals("+34600000900", form.get("From"));
    assertEquals("+34600000101", form.get("To"));
    assertEquals("Mesa - \"terraza\"", form.get("Body"));
  }

  @Test
  void templateGoesByItsNameAndItsVariables() {
    twilio.answers(201, FakeTwilio.message("SM303", "-", AT_ONCE));

    sender.send(
        message(TEXT).as(new Content("HX01", Locale.of("es"), Map.of("1", "viernes \"20\""))));

    Map<String, String> form = twilio.seen.getFirst().form();
    assertEquals("HX01", form.get("ContentSid"));
    assertEquals("{\"1\":\"viernes \\\"20\\\"\"}", form.get("ContentVariables"));
    assertFalse(form.containsKey("Body"));
  }

  @Test
  void refusalSaysWhatIsLeftToDo() {
    twilio
        .answers(400, FakeTwilio.error(21610, "No.", 400))
        .answers(400, FakeTwilio.error(63003, "No.", 400))
        .answers(400, FakeTwilio.error(21211, "No.", 400));

    assertEquals(Refusal.OPTED_OUT, refusal());
    assertEquals(Refusal.NOT_OVER_THIS_CHANNEL, refusal());
    assertEquals(Refusal.FINAL, refusal());
  }

  private Refusal refusal() {
    return assertInstanceOf(Sending.Refused.class, sender.send(message(TEXT))).what();
  }

  @Test
  void earlierTryOfAnSmsIsFoundByWhatWasSent() {
    twilio.answers(
        200, FakeTwilio.list(FakeTwilio.message("SM3", "Su mesa para 2 está confirmada", AT_ONCE)));

    assertEquals(
        new EarlierTry.Arrived("SM3"), sender.alreadyTaken(over(Channel.SMS, TEXT), Set.of()));
  }

  private static OutboundMessage over(Channel channel, String text) {
    return new OutboundMessage(
        ID, HOUSE, ID, channel, "+34600000900", "+34600000101", text, 1, FIRST_TRIED);
  }

  @Test
  void askingListsWhatTheHouseWroteToThisGuest() {
    twilio.answers(200, FakeTwilio.list());

    assertEquals(EarlierTry.NEVER_ARRIVED, sender.alreadyTaken(message(TEXT), Set.of()));

    FakeTwilio.Seen seen = twilio.seen.getFirst();
    assertEquals("GET", seen.method());
    assertEquals(
        "/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages.json", seen.path());
    assertTrue(seen.query().contains("To=whatsapp%3A%2B34600000101"), seen.query());
    assertTrue(seen.query().contains("From=whatsapp%3A%2B34600000900"), seen.query());
    assertFalse(seen.query().contains("DateSent"), seen.query());
  }

  @Test
  void earlierTryIsFoundAmongOthers() {
    twilio.answers(
        200,
        FakeTwilio.list(
            FakeTwilio.message("SM5", TEXT, "Fri, 20 Nov 2026 11:00:31 +0000"),
            FakeTwilio.message("SM4", "¿Para cuántas personas?", AT_ONCE),
            FakeTwilio.message("SM3", TEXT, AT_ONCE),
            FakeTwilio.message("SM2", TEXT, "Fri, 20 Nov 2026 10:59:58 +0000"),
            FakeTwilio.message("SM1", TEXT, "Fri, 20 Nov 2026 10:59:55 +0000")));

    assertEquals(new EarlierTry.Arrived("SM3"), sender.alreadyTaken(message(TEXT), Set.of("SM2")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"failed", "undelivered", "canceled"})
  void whatTwilioTookAndLostIsNotWithTheGuest(String status) {
    String lost = FakeTwilio.message("SM3", TEXT, AT_ONCE).replace("queued", status);
    twilio.answers(200, FakeTwilio.list(lost));

    assertEquals(EarlierTry.NEVER_ARRIVED, sender.alreadyTaken(message(TEXT), Set.of()));
  }

  @Test
  void sameWordsFromBeforeTheFirstTryAreAnotherMessage() {
    twilio.answers(
        200, FakeTwilio.list(FakeTwilio.message("SM1", TEXT, "Fri, 20 Nov 2026 10:59:55 +0000")));

    assertEquals(EarlierTry.NEVER_ARRIVED, sender.alreadyTaken(message(TEXT), Set.of()));
  }

  @Test
  void nothingIsAskedBeforeTheFirstTry() {
    OutboundMessage untried =
        new OutboundMessage(
            ID, HOUSE, ID, Channel.WHATSAPP, "+34600000900", "+34600000101", TEXT, 1, null);

    assertEquals(EarlierTry.NEVER_ARRIVED, sender.alreadyTaken(untried, Set.of()));
    assertTrue(twilio.seen.isEmpty());
  }

  @Test
  void whoCannotBeAskedIsAskedLater() {
    twilio
        .answers(503, "<html>")
        .answers(401, FakeTwilio.error(20003, "No.", 401))
        .answers(401, FakeTwilio.error(20003, "No.", 401))
        .answers(302, "{}")
        .answers(200, "{}")
        .answers(200, "<html>")
        .hangsInTheBody();

    for (int i = 0; i < 5; i++) {
      assertThrows(
          ProviderSilent.class, () -> sender.alreadyTaken(message(TEXT), Set.of()), "answer " + i);
    }
    assertThrows(ProviderSilent.class, () -> impatient.alreadyTaken(message(TEXT), Set.of()));
  }

  private static OutboundMessage message(String text) {
    return new OutboundMessage(
        ID, HOUSE, ID, Channel.WHATSAPP, "+34600000900", "+34600000101", text, 2, FIRST_TRIED);
  }

  private static TwilioAccount account(String token, String url) {
    return new TwilioAccount(
        "AC00000000000000000000000000000001", token, url, "https://api.example.com/");
  }

  private static String basic(String token) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(
                ("AC00000000000000000000000000000001:" + token).getBytes(StandardCharsets.UTF_8));
  }
}
