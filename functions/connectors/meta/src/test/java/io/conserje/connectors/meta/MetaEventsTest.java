package io.conserje.connectors.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.inbound.DeliveryReport;
import io.conserje.inbound.InboundMessage;
import io.conserje.outbound.Delivery;
import io.conserje.outbound.Sending.Refusal;
import io.conserje.venue.Channel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaEventsTest {

  private static final String NUMBER = "106540352242922";
  private static final String GUEST = "+34600000101";

  @Test
  void aTextIsWhoWroteWhatToWhom() {
    assertEquals(
        new InboundMessage(
            "meta",
            "wamid.HBgLMzQ2MDAwMDAxMDEVAgASGBQ0001",
            Channel.WHATSAPP,
            NUMBER,
            GUEST,
            "Lucía Ejemplo",
            "Hola, ¿tenéis mesa para 2 mañana? 😊",
            "text",
            List.of(),
            Samples.NOW,
            "c",
            null,
            null,
            "+34600000900"),
        only("meta-text.json"));
  }

  @Test
  void aGuestWithoutANumberIsKnownByWhatWhatsAppGivesInItsPlace() {
    InboundMessage message = only("meta-text-bsuid-only.json");

    assertEquals("ES.13491208655302741918", message.guestAddress());
    assertEquals("Lucía", message.guestName());
    assertEquals("Hola", message.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "meta-audio.json|audio|''|[audio]|meta:106540352242922/1234567890987654321|",
        "meta-image.json|image|¿Esta mesa?|¿Esta mesa?|meta:106540352242922/1234567890987654322|",
        "meta-location.json|location|Puerta del Sol, Madrid|[location] Puerta del Sol, Madrid geo:40.4168,-3.7038|geo:40.4168,-3.7038|",
        "meta-interactive-button.json|button|Confirmar R-1042|Confirmar R-1042||wamid.OUT0001",
        "meta-interactive-list.json|button|21:00|21:00||wamid.OUT0002",
        "meta-button.json|button|Confirmar R-1042|Confirmar R-1042||wamid.OUT0003",
        "meta-reaction.json|reaction|👍|👍||wamid.OUT0003",
        "meta-unsupported.json|unsupported|''|[unsupported]||",
        "meta-system-number-change.json|system|User A changed from 34600000101 to 34600000109|User A changed from 34600000101 to 34600000109||"
      })
  void everyKindIsWhatItSays(
      String file, String kind, String text, String words, String media, String repliesTo) {
    InboundMessage message = only(file);

    assertEquals(kind, message.kind());
    assertEquals(text, message.text());
    assertEquals(words, message.words());
    assertEquals(media == null ? List.of() : List.of(media), message.media());
    assertEquals(repliesTo, message.repliesTo());
    assertEquals(
        List.of("reaction", "system").contains(kind), message.asksNothing(), "asks nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'type':'interactive','interactive':{'type':'list_reply','list_reply':{'id':'say:El sábado a las 21:30 en la terraza','title':'El sábado a las 21:30 e…'}}|button|El sábado a las 21:30 en la terraza",
        "'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':{'response_json':'{}','body':'Sent'}}|interactive|''",
        "'type':'interactive'|interactive|''",
        "'type':'edit','edit':{'original_message_id':'wamid.1','message':{'type':'text','text':{'body':'para 4'}}}|text|para 4",
        "'type':'edit','edit':{'original_message_id':'wamid.1'}|edit|''",
        "'type':'revoke','revoke':{'original_message_id':'wamid.1'}|revoke|''",
        "'type':'contacts','contacts':[{'name':{}}]|contacts|''",
        "'type':'order','order':{'catalog_id':'1','text':'dos menús','product_items':[]}|order|dos menús",
        "'type':'document','document':{'id':'7','filename':'a.pdf','caption':'El menú'}|document|El menú",
        "'type':'hologram','hologram':{'body':'hola'}|hologram|hola",
        "'type':'stop','stop':{}|unsupported|''",
        "'type':7|7|''",
        "'text':{'body':'hola'}|text|hola",
        "'type':'text','text':'hola'|text|''"
      })
  void typesNobodyKnowsSurvive(String fields, String kind, String text) {
    InboundMessage message = only(messages(fields));

    assertEquals(kind, message.kind());
    assertEquals(text, message.text());
  }

  @Test
  void aNoticeOfManyIsEachOfThem() {
    MetaEvents.News news =
        read(
            """
            {"object":"whatsapp_business_account","entry":[
              {"id":"1","changes":[
                {"field":"messages","value":{"metadata":{"phone_number_id":"111","display_phone_number":"+34 600 000-900"},
                  "messages":[{"id":"a","from":"34600000101","type":"text","text":{"body":"1"}},
                              {"id":"b","from":"34600000102","type":"text","text":{"body":"2"}}]}},
                {"field":"account_update","value":{"event":"VERIFIED_ACCOUNT"}}]},
              {"id":"2","changes":[
                {"field":"messages","value":{"metadata":{"phone_number_id":"222"},
                  "contacts":[{"wa_id":"34600000104","profile":{"name":"B"}},{"wa_id":"34600000103","profile":{"name":"A"}}],
                  "messages":[{"id":"c","from":"34600000103","type":"text","text":{"body":"3"}}],
                  "statuses":[{"id":"o","status":"sent"}],"errors":[{"code":130429}]}}]}]}
            """);

    assertEquals(
        List.of("111 a", "111 b", "222 c"),
        news.messages().stream().map(m -> m.houseAddress() + " " + m.eventId()).toList());
    assertEquals(List.of("", "", "A"), news.messages().stream().map(m -> m.guestName()).toList());
    assertEquals("+34600000900", news.messages().getFirst().otherAddress());
    assertNull(news.messages().getLast().otherAddress());
    assertEquals(1, news.reports().size());
    assertEquals(0, news.left());
  }

  @Test
  void whatHasNoIdSenderOrNumberOfOursIsCountedAndLeft() {
    MetaEvents.News news =
        read(
            """
            {"entry":[{"changes":[
              {"value":{"metadata":{"phone_number_id":"1"},"messages":[{"from":"34600000101","type":"text"},
                {"id":"a","type":"text"},{"id":"b","from":"34600000101","type":"text","text":{"body":"x"}}],
                "statuses":[{"id":"x"},{"status":"sent"}]}},
              {"value":{"messages":[{"id":"c","from":"34600000101","type":"text"}]}}]}]}
            """);

    assertEquals(1, news.messages().size());
    assertEquals(List.of(), news.reports());
    assertEquals(5, news.left());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"entry\":{}}",
        "{\"entry\":[1,null,\"x\",[]]}",
        "{\"entry\":[{\"changes\":7}]}",
        "{\"entry\":[{\"changes\":[{\"value\":[]}]}]}",
        "{\"entry\":[{\"changes\":[{\"value\":{\"messages\":{},\"statuses\":\"x\"}}]}]}"
      })
  void whatIsNoNoticeTellsNothing(String text) {
    assertEquals(new MetaEvents.News(List.of(), List.of(), 0), read(text));
  }

  @Test
  void nothingIsLongerThanAQueueAndADatabaseTake() {
    String much = "ñ".repeat(200_000);
    String type = "x".repeat(1_000);
    InboundMessage message =
        only(
            messages(
                "'type':'%1$s','%1$s':{'body':'%2$s'},'context':{'id':'%2$s'}"
                    .formatted(type, much)));

    assertTrue(message.text().length() <= 20_000);
    assertTrue(message.kind().length() <= 40);
    assertTrue(message.repliesTo().length() <= 500);
  }

  @Test
  void statusesAreToldOfOneMessageEach() {
    List<DeliveryReport> reports = Samples.news("meta-statuses.json").reports();

    assertEquals(List.of("sent", "delivered"), reports.stream().map(r -> r.status()).toList());
    assertEquals("wamid.OUT0001", reports.getFirst().providerMessageId());
    assertNull(reports.getFirst().outboxId());
    assertNull(reports.getFirst().errorCode());
  }

  @Test
  void aFailureSaysWhy() {
    DeliveryReport report = Samples.news("meta-status-failed.json").reports().getFirst();

    assertEquals("131047", report.errorCode());
    assertEquals(Optional.of(Delivery.FAILED), new MetaDelivery().state(report));
    assertEquals(Refusal.NOT_OVER_THIS_CHANNEL, new MetaDelivery().refusal(report));
  }

  @Test
  void ourOwnIdComesBackWithAStatus() {
    DeliveryReport report =
        read("""
        {"entry":[{"changes":[{"value":{"statuses":[{"id":"w","status":"sent",
          "biz_opaque_callback_data":"00000000-0000-0000-0000-000000000301"}]}}]}]}
        """)
            .reports()
            .getFirst();

    assertEquals("00000000-0000-0000-0000-000000000301", report.outboxId());
  }

  @ParameterizedTest
  @CsvSource({
    "sent,SENT",
    "delivered,DELIVERED",
    "read,READ",
    "played,READ",
    "failed,FAILED",
    "deleted,",
    "warning,"
  })
  void theirWordsForHowFarItIs(String word, Delivery state) {
    DeliveryReport report = new DeliveryReport("meta", "w", null, word, null, Samples.NOW, "c");

    assertEquals(Optional.ofNullable(state), new MetaDelivery().state(report));
  }

  @ParameterizedTest
  @CsvSource({
    "131026,NOT_OVER_THIS_CHANNEL",
    "131049,NOT_OVER_THIS_CHANNEL",
    "130429,NOT_OVER_THIS_CHANNEL",
    "132001,NOT_OVER_THIS_CHANNEL",
    "131051,FINAL",
    "100,FINAL",
    "nonsense,FINAL",
    ",FINAL"
  })
  void whatAFailureLeavesToBeDone(String code, Refusal refusal) {
    DeliveryReport report = new DeliveryReport("meta", "w", null, "failed", code, Samples.NOW, "c");

    assertEquals(refusal, new MetaDelivery().refusal(report));
  }

  private static InboundMessage only(String file) {
    return only(Samples.news(file));
  }

  private static InboundMessage only(MetaEvents.News news) {
    assertEquals(1, news.messages().size());
    return news.messages().getFirst();
  }

  private static MetaEvents.News messages(String fields) {
    return read(
        "{'entry':[{'changes':[{'value':{'metadata':{'phone_number_id':'1'},'messages':[{'id':'a','from':'34600000101',%s}]}}]}]}"
            .formatted(fields)
            .replace('\'', '"'));
  }

  private static MetaEvents.News read(String text) {
    return Samples.news(Samples.JSON.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow());
  }
}
