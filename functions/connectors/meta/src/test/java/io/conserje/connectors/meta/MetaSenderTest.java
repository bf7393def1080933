package io.conserje.connectors.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.http.Timeouts;
import io.conserje.connectors.json.Part;
import io.conserje.outbound.EarlierTry;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.OutboundMessage.Content;
import io.conserje.outbound.Sending;
import io.conserje.outbound.Sending.Refusal;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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

class MetaSenderTest {

  private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000301");
  private static final String NUMBER = "106540352242922";
  private static final String SHOWN =
      "{\"display_phone_number\":\"+34 600 00 09 00\",\"id\":\"555\"}";
  private static final String GUEST = "+34600000101";
  private static final String TEXT = "Su mesa para 2 está confirmada ✅";
  private static final Timeouts PATIENT =
      new Timeouts(Duration.ofMinutes(2), Duration.ofMinutes(2), Duration.ofMinutes(4));

  /** For a Meta that falls silent; never for one whose answer matters. */
  private static final Timeouts IMPATIENT =
      new Timeouts(Duration.ofMinutes(2), Duration.ofMillis(500), Duration.ofMinutes(4));

  private final FakeMeta meta = new FakeMeta();
  private final AtomicReference<MetaAccount> account = new AtomicReference<>(meta.account());
  private final MetaSender sender =
      new MetaSender(account::get, Samples.JSON, InstantSource.fixed(Samples.NOW), PATIENT);

  @AfterEach
  void close() {
    meta.close();
  }

  @Test
  void aTextIsPostedAsMetaExpectsIt() {
    takes();

    assertEquals(new Sending.Taken("wamid.OUT0001"), sender.send(message(GUEST, TEXT)));

    FakeMeta.Seen seen = meta.seen.getFirst();
    assertEquals("POST", seen.method());
    assertEquals("/v26.0/" + NUMBER + "/messages", seen.target());
    assertEquals("Bearer test-token", seen.authorization());
    Map<String, Object> expected = sample("meta-send-text-request.json");
    expected.put("text", Map.of("preview_url", false, "body", TEXT));
    expected.put("biz_opaque_callback_data", ID.toString());
    expected.remove("context");
    assertEquals(expected, seen.body().fields());
  }

  @Test
  void whoHasNoNumberIsNamedByWhatWhatsAppGives() {
    takes();

    sender.send(message("ES.13491208655302741918", "Tenemos mesa a las 21:00."));

    Map<String, Object> expected = sample("meta-send-text-bsuid-request.json");
    Map<String, Object> posted = new HashMap<>(meta.seen.getFirst().body().fields());
    assertEquals(ID.toString(), posted.remove("biz_opaque_callback_data"));
    assertEquals(expected.get("recipient"), posted.get("recipient"));
    assertFalse(posted.containsKey("to"));
  }

  @Test
  void aTemplateIsNamedWithItsLanguageAndWhatFillsIt() {
    takes();
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("2", "21:00");
    variables.put("1", "Lucía");

    sender.send(
        message(GUEST, TEXT).as(new Content("reserva_recordatorio", Locale.of("es"), variables)));

    Map<String, Object> expected = sample("meta-send-template-request.json");
    expected.put("biz_opaque_callback_data", ID.toString());
    assertEquals(expected, meta.seen.getFirst().body().fields());
  }

  @Test
  void aTemplateOfARegionIsWrittenMetasWay() {
    takes();

    sender.send(message(GUEST, TEXT).as(new Content("hola", Locale.of("es", "MX"), Map.of())));

    Part template = meta.seen.getFirst().body().at("template");
    assertEquals("es_MX", template.at("language").text("code"));
    assertFalse(template.has("components"));
  }

  @Test
  void upToThreeShortChoicesAreButtons() {
    takes();

    sender.send(offering("¿A qué hora?", List.of("20:30", "21:00", "Otro día")));

    Part interactive = meta.seen.getFirst().body().at("interactive");
    assertEquals("interactive", meta.seen.getFirst().body().text("type"));
    assertEquals("button", interactive.text("type"));
    assertEquals("¿A qué hora?", interactive.at("body").text("text"));
    List<Part> buttons = interactive.at("action").each("buttons");
    assertEquals(
        List.of("20:30", "21:00", "Otro día"),
        buttons.stream().map(b -> b.at("reply").text("title")).toList());
    assertEquals("say:20:30", buttons.getFirst().at("reply").text("id"));
    assertEquals("reply", buttons.getFirst().text("type"));
  }

  @Test
  void moreOrLongerChoicesAreAList() {
    takes();

    sender.send(offering("¿Cuál?", List.of("1", "2", "3", "4")));
    sender.send(offering("¿Cuál?", List.of("El sábado a las 21:00 h", "Otro")));
    sender.send(offering("x".repeat(1025), List.of("Sí", "No")));

    for (FakeMeta.Seen seen : meta.seen) {
      assertEquals("list", seen.body().at("interactive").text("type"));
    }
    Part action = meta.seen.getFirst().body().at("interactive").at("action");
    assertEquals("Elegir · Choose", action.text("button"));
    assertEquals(4, action.each("sections").getFirst().each("rows").size());
  }

  @Test
  void choicesThatDoNotFitAreLeftToTheText() {
    takes();

    sender.send(offering("¿Cuál?", List.of("El sábado 21 de noviembre", "Otro")));
    sender.send(
        offering("¿Cuál?", List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11")));
    sender.send(offering("¿Cuál?", List.of("Sí", "sí")));
    sender.send(offering("¿Cuál?", List.of("Sí", " ")));

    for (FakeMeta.Seen seen : meta.seen) {
      assertEquals("text", seen.body().text("type"));
      assertEquals("¿Cuál?", seen.body().at("text").text("body"));
    }
  }

  @Test
  void aTemplateHasNoChoices() {
    takes();

    sender.send(
        offering("¿Cuál?", List.of("Sí", "No")).as(new Content("hola", Locale.of("es"), Map.of())));

    assertEquals("template", meta.seen.getFirst().body().text("type"));
  }

  @Test
  void aNewTokenAndVersionAreUsedFromTheNextSendOn() {
    takes();
    account.set(new MetaAccount("new-token", null, meta.url(), "v27.0"));

    sender.send(message(GUEST, TEXT));

    assertEquals("Bearer new-token", meta.seen.getFirst().authorization());
    assertEquals("/v27.0/" + NUMBER + "/messages", meta.seen.getFirst().target());
  }

  @Test
  void aHouseKnownByItsNumberBeginsFromTheOneThatIsSetIfThatIsItsOwn() {
    meta.answers(200, SHOWN);
    takes();
    account.set(new MetaAccount("t", "555", meta.url(), null));

    assertInstanceOf(Sending.Taken.class, sender.send(from("+34600000900")));
    assertInstanceOf(Sending.Taken.class, sender.send(from("+34600000900")));

    assertEquals(
        List.of(
            "/v26.0/555?fields=display_phone_number", "/v26.0/555/messages", "/v26.0/555/messages"),
        meta.seen.stream().map(FakeMeta.Seen::target).toList(),
        "asked once");
  }

  @Test
  void nobodyIsWrittenToFromAnotherHousesNumber() {
    assertEquals("no_number", refusedFrom("+34600000910").errorCode(), "none is set");

    meta.answers(200, SHOWN);
    account.set(new MetaAccount("t", "555", meta.url(), null));

    Sending.Refused refused = refusedFrom("+34600000910");
    assertEquals("no_number", refused.errorCode());
    assertEquals(Refusal.NOT_OVER_THIS_CHANNEL, refused.what());
    assertEquals(1, meta.seen.size(), "nothing was sent");
  }

  @Test
  void whileMetaDoesNotSayWhoseNumberItIsTheMessageWaits() {
    meta.answers(500, "{}").answers(200, SHOWN);
    takes();
    account.set(new MetaAccount("t", "555", meta.url(), null));

    assertInstanceOf(Sending.Later.class, sender.send(from("+34600000900")));
    assertInstanceOf(Sending.Taken.class, sender.send(from("+34600000900")));
  }

  private Sending.Refused refusedFrom(String house) {
    return assertInstanceOf(Sending.Refused.class, sender.send(from(house)));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 80007, 130429, 131056, 131048, 133016, 131000, 131016, 1, 2})
  void whatPassesIsTriedLater(int code) {
    meta.answers(400, FakeMeta.error(code));

    Sending.Later later = later();

    assertEquals(String.valueOf(code), later.errorCode());
    assertNull(later.askedToWait());
  }

  @ParameterizedTest
  @ValueSource(ints = {190, 0, 3, 10, 200, 299, 131005})
  void noReplyIsLostOverAToken(int code) {
    meta.answers(401, FakeMeta.error(code));

    assertEquals(String.valueOf(code), later().errorCode());
  }

  @Test
  void theirPauseIsKept() {
    meta.answers(429, Map.of("Retry-After", "17"), FakeMeta.error(130429).getBytes());

    assertEquals(Duration.ofSeconds(17), later().askedToWait());
  }

  @Test
  void afterAFaultOnTheWayAStatusIsWaitedFor() {
    meta.answers(502, "<html>").answers(500, FakeMeta.error(131000));

    assertEquals(Outcome.FOR_A_STATUS, later().askedToWait());
    assertNull(later().askedToWait());
  }

  @ParameterizedTest
  @CsvSource({
    "131047,NOT_OVER_THIS_CHANNEL",
    "131026,NOT_OVER_THIS_CHANNEL",
    "131030,NOT_OVER_THIS_CHANNEL",
    "131042,NOT_OVER_THIS_CHANNEL",
    "132012,NOT_OVER_THIS_CHANNEL",
    "100,FINAL",
    "131009,FINAL",
    "131051,FINAL"
  })
  void whatDoesNotPassIsRefused(int code, Refusal what) {
    meta.answers(400, FakeMeta.error(code));

    Sending.Refused refused =
        assertInstanceOf(Sending.Refused.class, sender.send(message(GUEST, TEXT)));

    assertEquals(String.valueOf(code), refused.errorCode());
    assertEquals(what, refused.what());
    assertFalse(refused.reason().contains("600000101"), refused.reason());
  }

  @Test
  void theirErrorIsReadAsTheyWriteIt() {
    meta.answers(
        400, new String(Samples.bytes("meta-error-response.json"), StandardCharsets.UTF_8));

    Sending.Refused refused =
        assertInstanceOf(Sending.Refused.class, sender.send(message(GUEST, TEXT)));

    assertEquals("131047", refused.errorCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "<html>", "{\"messages\":[]}", "{\"messages\":[{\"id\":\"\"}]}", "[]"})
  void anAnswerNobodyCanReadMayMeanThatItWasTaken(String body) {
    meta.answers(200, body);

    assertEquals("no_answer", later().errorCode());
    assertEquals(Outcome.FOR_A_STATUS, later().askedToWait());
  }

  @Test
  void silenceMayMeanThatItWasTaken() {
    meta.hangsInTheBody();
    MetaSender impatient =
        new MetaSender(account::get, Samples.JSON, InstantSource.fixed(Samples.NOW), IMPATIENT);

    Sending.Later later =
        assertInstanceOf(Sending.Later.class, impatient.send(message(GUEST, TEXT)));

    assertEquals("no_answer", later.errorCode());
    assertEquals(Outcome.FOR_A_STATUS, later.askedToWait());
  }

  @Test
  void metaCannotBeAskedWhatItHas() {
    assertEquals(EarlierTry.UNKNOWN, sender.alreadyTaken(message(GUEST, TEXT), Set.of()));
    assertEquals(List.of(), meta.seen);
  }

  @Test
  void whatMetaDoesNotTakeIsNotSent() {
    assertEquals(
        "too_long",
        assertInstanceOf(Sending.Refused.class, sender.send(message(GUEST, "x".repeat(4097))))
            .errorCode());
    assertEquals(List.of(), meta.seen);
    takes();
    assertInstanceOf(Sending.Taken.class, sender.send(message(GUEST, "😀".repeat(4096))));
  }

  @Test
  void itsOwnAddressesAndTemplatesAreTold() {
    assertTrue(sender.holds(NUMBER));
    assertFalse(sender.holds("+34600000900"));
    assertTrue(sender.knows("reserva_recordatorio"));
    assertFalse(sender.knows("HX00000000000000000000000000000001"));
  }

  @Test
  void theTokenStaysOutOfLogs() {
    assertFalse(account.get().toString().contains("test-token"));
  }

  private void takes() {
    meta.answers(200, new String(Samples.bytes("meta-send-response.json"), StandardCharsets.UTF_8));
  }

  private Sending.Later later() {
    return assertInstanceOf(Sending.Later.class, sender.send(message(GUEST, TEXT)));
  }

  private static Map<String, Object> sample(String name) {
    return new HashMap<>(Samples.part(name).fields());
  }

  private static OutboundMessage from(String houseAddress) {
    return new OutboundMessage(
        ID, new VenueId("h"), ID, Channel.WHATSAPP, houseAddress, GUEST, TEXT, 1, Samples.NOW);
  }

  private static OutboundMessage offering(String text, List<String> choices) {
    return new OutboundMessage(
        ID,
        new VenueId("h"),
        ID,
        Channel.WHATSAPP,
        NUMBER,
        GUEST,
        text,
        1,
        Samples.NOW,
        Samples.NOW,
        Map.of(),
        "meta",
        null,
        choices);
  }

  private static OutboundMessage message(String guest, String text) {
    return new OutboundMessage(
        ID, new VenueId("h"), ID, Channel.WHATSAPP, NUMBER, guest, text, 1, Samples.NOW);
  }
}
