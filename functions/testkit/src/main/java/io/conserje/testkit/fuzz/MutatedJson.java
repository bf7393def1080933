package io.conserje.testkit.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A message with something wrong in it, for what has no handler to be sent to. */
public final class MutatedJson {

  private MutatedJson() {}

  public static byte[] of(String json, Random random) {
    return random.nextBoolean()
        ? JsonChanges.change(json, random).getBytes(StandardCharsets.UTF_8)
        : ByteChanges.change(json.getBytes(StandardCharsets.UTF_8), random);
  }
}
