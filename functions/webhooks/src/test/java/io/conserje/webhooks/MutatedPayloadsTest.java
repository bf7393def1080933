package io.conserje.webhooks;

import io.conserje.testkit.fuzz.Fuzz;
import org.junit.jupiter.api.Test;

/** Authentic webhooks with something wrong in them: taken or refused, and nothing breaks. */
class MutatedPayloadsTest {

  @Test
  void ofTwilio() {
    try (WebhookUnderTest webhook = WebhookUnderTest.twilio()) {
      Fuzz.play(TwilioTarget.of(webhook));
    }
  }

  @Test
  void ofMeta() {
    try (WebhookUnderTest webhook = WebhookUnderTest.meta()) {
      Fuzz.play(MetaTarget.of(webhook));
    }
  }

  @Test
  void ofTelnyx() {
    try (WebhookUnderTest webhook = WebhookUnderTest.telnyx()) {
      Fuzz.play(TelnyxTarget.of(webhook));
    }
  }
}
