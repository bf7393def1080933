package io.conserje.testkit.fuzz;

import java.util.Random;

/** Changes a payload into one that is still somebody's, and wrong in a place or three. */
final class Mutator {

  private final Random random;

  Mutator(Random random) {
    this.random = random;
  }

  Payload mutate(Payload sample) {
    Payload payload = sample;
    for (int i = random.nextInt(3); i >= 0; i--) {
      payload = once(payload);
    }
    return payload;
  }

  private Payload once(Payload payload) {
    int choice = random.nextInt(20);
    if (choice < 2) {
      return HeaderChanges.change(payload, random);
    }
    if (choice == 2 && !payload.query().isEmpty()) {
      return payload.asking(inAddress(FormChanges.change(payload.query(), random)));
    }
    if (choice < 6) {
      return payload.with(ByteChanges.change(payload.body(), random));
    }
    String text = payload.text();
    return payload.with(
        text.stripLeading().startsWith("{")
            ? JsonChanges.change(text, random)
            : FormChanges.change(text, random));
  }

  /** The gateway lets nothing else through. */
  private static String inAddress(String query) {
    String visible = query.replaceAll("[^\\x21-\\x7e]", "");
    return visible.length() <= 4_000 ? visible : visible.substring(0, 4_000);
  }
}
