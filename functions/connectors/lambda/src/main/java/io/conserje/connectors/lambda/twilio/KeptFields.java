package io.conserje.connectors.lambda.twilio;

import io.conserje.connectors.json.Cut;
import io.conserje.connectors.lambda.FormFields;

/**
 * Fields as they may be kept: without NUL, which no database takes, and no longer than a queue, a
 * key and a column take. Twilio's own are far shorter.
 */
public final class KeptFields {

  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_ADDRESS = 2_000;

  /** Three of these fit into one key. */
  private static final int LONGEST = 500;

  private KeptFields() {}

  public static FormFields of(FormFields sent) {
    FormFields kept = FormFields.none();
    sent.all().forEach((key, values) -> values.forEach(value -> kept.add(key, kept(key, value))));
    return kept;
  }

  private static String kept(String key, String value) {
    return Cut.to(value.replace("\0", ""), longest(key));
  }

  private static int longest(String key) {
    if (key.equals("Body")) {
      return LONGEST_TEXT;
    }
    return key.contains("Url") ? LONGEST_ADDRESS : LONGEST;
  }
}
