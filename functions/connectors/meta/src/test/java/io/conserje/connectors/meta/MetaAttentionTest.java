package io.conserje.connectors.meta;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class MetaAttentionTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Samples.NOW);

  @Test
  void whatWasReadIsMarkedAndSomebodyWrites() {
    try (FakeMeta meta = new FakeMeta()) {
      meta.answers(200, "{\"success\":true}");

      new MetaAttention(meta::account, Samples.JSON, CLOCK)
          .show("106540352242922", "wamid.HBgLMzQ2MDAwMDAxMDEVAgASGBQ0001");

      FakeMeta.Seen seen = meta.seen.getFirst();
      assertEquals("/v26.0/106540352242922/messages", seen.target());
      assertEquals(Samples.part("meta-mark-read-typing-request.json"), seen.body());
    }
  }

  @Test
  void nothingComesOfItWhereItFails() {
    FakeMeta meta = new FakeMeta();
    meta.answers(400, FakeMeta.error(131009)).answers(500, "<html>");
    MetaAttention attention = new MetaAttention(meta::account, Samples.JSON, CLOCK);

    assertDoesNotThrow(() -> attention.show("1", "w"));
    assertDoesNotThrow(() -> attention.show("1", "w"));
    meta.close();
    assertDoesNotThrow(() -> attention.show("1", "w"));
    MetaAttention unset =
        new MetaAttention(
            () -> {
              throw new IllegalStateException("no token");
            },
            Samples.JSON,
            CLOCK);
    assertDoesNotThrow(() -> unset.show("1", "w"));
  }
}
