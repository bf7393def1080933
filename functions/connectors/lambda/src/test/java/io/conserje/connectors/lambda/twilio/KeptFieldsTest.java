package io.conserje.connectors.lambda.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.connectors.lambda.FormFields;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptFieldsTest {

  @Test
  void whatTwilioSendsStaysAsItIs() {
    FormFields sent = FormFields.parse("Body=hola&Body=adi%C3%B3s&MessageSid=SM1&NumMedia=0");
    assertEquals(sent.all(), KeptFields.of(sent).all());
  }

  @Test
  void whatPostgresCannotKeepIsLeftOut() {
    FormFields kept =
        KeptFields.of(FormFields.parse("Body=ho%00la&MediaUrl0=u%00&MessageType=%00"));
    assertEquals("hola", kept.text("Body"));
    assertEquals("u", kept.text("MediaUrl0"));
    assertEquals("", kept.text("MessageType"));
  }

  @Test
  void whatNoKeyTakesIsShortened() {
    String endless = "ñ".repeat(60_000);
    FormFields sent = FormFields.none();
    List.of("Body", "MediaUrl0", "MessageSid", "From").forEach(key -> sent.add(key, endless));
    FormFields kept = KeptFields.of(sent);
    assertEquals(10_000, kept.text("Body").length());
    assertEquals(1_000, kept.text("MediaUrl0").length());
    assertEquals(250, kept.text("MessageSid").length());
    assertEquals(250, kept.text("From").length());
  }
}
