package io.conserje.webhooks.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.conserje.connectors.lambda.FormFields;
import io.conserje.inbound.InboundMessage;
import io.conserje.venue.Channel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwilioEventsTest {

  private static final String NEEDED =
      "MessageSid=SM1&From=whatsapp%3A%2B34600000101&To=whatsapp%3A%2B34600000900";
  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");

  private final TwilioEvents events = new TwilioEvents(InstantSource.fixed(NOW));

  @Test
  void aMessageWithoutThePrefixIsASms() {
    InboundMessage sms = message("&Body=hola", Vectors.sample("twilio-sms-inbound.form"));
    assertEquals(Channel.SMS, sms.channel());
    assertEquals("+34600000101", sms.guestAddress());
    assertEquals("Cancelar reserva R-1042", sms.text());
  }

  @Test
  void anAddressIsNotRequiredToBeANumber() {
    InboundMessage message =
        message("", NEEDED.replace("%2B34600000101", "ES.13491208655302741918"));
    assertEquals("ES.13491208655302741918", message.guestAddress());
  }

  @Test
  void theKindIsToldByWhatIsThere() {
    assertEquals("text", message("&Body=hola").kind());
    assertEquals("button", message("&Body=S%C3%AD&ButtonPayload=yes").kind());
    assertEquals("button", message("&MessageType=button&ButtonText=S%C3%AD").kind());
    assertEquals(
        "button", message("&MessageType=interactive&ListId=1&ListTitle=Sal%C3%B3n").kind());
    assertEquals("location", message("&Latitude=40.4&Longitude=-3.7").kind());
    assertEquals("image", message("&NumMedia=1&MediaUrl0=u&MediaContentType0=image%2Fpng").kind());
    assertEquals(
        "document", message("&NumMedia=1&MediaUrl0=u&MediaContentType0=application%2Fpdf").kind());
    assertEquals("contacts", message("&MessageType=contacts").kind());
  }

  @Test
  void aPressedButtonIsItsText() {
    assertEquals("Sí", message("&ButtonText=S%C3%AD&Body=Yes").text());
    assertEquals("Salón", message("&ListId=1&ListTitle=Sal%C3%B3n").text());
  }

  @Test
  void aButtonAboutABookingNamesIt() {
    assertEquals("Sí R-1042", message("&ButtonText=S%C3%AD&ButtonPayload=confirm%3AR-1042").text());
    assertEquals(
        "Cancelar KM4729", message("&Body=Cancelar+KM4729&ButtonPayload=cancel%3AKM4729").text());
    assertEquals("21:30", message("&ListTitle=21%3A30&ListId=slot-3").text());
  }

  @Test
  void aPlaceIsItsNameAndItsStreet() {
    InboundMessage message =
        message("&MessageType=location&Latitude=40.4&Longitude=-3.7&Label=Hotel&Address=Calle+1");
    assertEquals("Hotel, Calle 1", message.text());
    assertEquals("[location] Hotel, Calle 1 geo:40.4,-3.7", message.words());
  }

  @Test
  void whatIsAnsweredIsKept() {
    assertEquals("SM9", message("&Body=s%C3%AD&OriginalRepliedMessageSid=SM9").repliesTo());
    assertNull(message("&Body=s%C3%AD").repliesTo());
  }

  @Test
  void allMediaAreKeptInOrder() {
    assertEquals(
        List.of("u0", "u1", "geo:1,2"),
        message("&NumMedia=2&MediaUrl1=u1&MediaUrl0=u0&Latitude=1&Longitude=2").media());
  }

  @Test
  void aReportWithoutOurIdOrAnErrorHasNone() {
    var report =
        events.report(
            FormFields.parse("MessageSid=SM1&MessageStatus=sent"), FormFields.none(), "c");
    assertNull(report.outboxId());
    assertNull(report.errorCode());
    assertEquals(NOW, report.receivedAt());
  }

  private InboundMessage message(String more) {
    return message(more, NEEDED);
  }

  private InboundMessage message(String more, String form) {
    return events.message(FormFields.parse(form + more), "c");
  }
}
