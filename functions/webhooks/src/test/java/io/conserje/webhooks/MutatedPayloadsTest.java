package io.conserje.webhooks;

import io.conserje.testkit.fuzz.Fuzz;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Authentic webhooks with something wrong in them: taken or refused, and nothing breaks. */
class MutatedPayloadsTest {

  private static WebhookUnderTest webhook;

  @BeforeAll
  static void start() {
    webhook = new WebhookUnderTest();
  }

  @AfterAll
  static void stop() {
    webhook.close();
  }

  @Test
  void ofTwilio() {
    Fuzz.play(TwilioTarget.of(webhook));
  }
}
