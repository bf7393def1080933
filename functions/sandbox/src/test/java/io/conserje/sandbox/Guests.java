package io.conserje.sandbox;

import io.conserje.sandbox.twilio.GuestPhones;
import io.conserje.sandbox.twilio.TwilioMessage;
import java.util.List;
import java.util.UUID;

/** Guests on WhatsApp, for tests: what they write, and what they have got. */
record Guests(Sandbox sandbox) {

  static final String RESTAURANT = "+34600000900";

  static String phone(int guest) {
    return "+3461%07d".formatted(guest);
  }

  /**
   * The message is taken with 200, or comes again, as a provider brings it to the fallback address.
   */
  void write(int guest, String text) {
    write(guest, text, 1);
  }

  /** {@code times} is how often the same message is delivered at once. */
  void write(int guest, String text, int times) {
    String sid = "SM" + UUID.randomUUID().toString().replace("-", "");
    GuestPhones.Written written =
        new GuestPhones.Written(phone(guest), RESTAURANT, text, name(guest), sid, times);
    while (!sandbox.twilio().guests().write(written).statuses().contains(200)) {
      Thread.onSpinWait();
    }
  }

  /** Letters only, so that the house takes it for a name. */
  static String name(int guest) {
    StringBuilder name = new StringBuilder("Ana ");
    String.valueOf(guest).chars().forEach(c -> name.append((char) (c - '0' + 'a')));
    return name.append("ez").toString();
  }

  List<String> answers(int guest) {
    return sandbox.twilio().messages().sentTo("whatsapp:" + phone(guest)).stream()
        .map(TwilioMessage::body)
        .toList();
  }
}
