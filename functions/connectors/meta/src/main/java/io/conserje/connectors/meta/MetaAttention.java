package io.conserje.connectors.meta;

import io.conserje.connectors.http.Timeouts;
import io.conserje.connectors.http.WholeAnswer.NoAnswer;
import io.conserje.connectors.json.OpenJson;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a guest that the message was read, and that somebody writes: for 25 s, or until the answer
 * comes. It is a courtesy: what comes of it is of no consequence.
 */
public final class MetaAttention {

  private static final Logger LOG = LoggerFactory.getLogger(MetaAttention.class);

  private static final Timeouts SHORT =
      new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(15));

  private final Supplier<MetaAccount> account;
  private final Graph graph;

  public MetaAttention(Supplier<MetaAccount> account, OpenJson json, InstantSource clock) {
    this.account = account;
    this.graph = new Graph(json, clock, SHORT);
  }

  /**
   * @param houseAddress which of our numbers was written to
   * @param messageId Meta's id of what the guest wrote
   */
  public void show(String houseAddress, String messageId) {
    try {
      MetaAccount now = account.get();
      Map<String, Object> read =
          Map.of(
              "messaging_product",
              "whatsapp",
              "status",
              "read",
              "message_id",
              messageId,
              "typing_indicator",
              Map.of("type", "text"));
      int status = graph.post(now, now.idOf(houseAddress), read).statusCode();
      if (status / 100 != 2) {
        LOG.info("Meta answered a read mark with {}.", status);
      }
    } catch (NoAnswer | RuntimeException e) {
      LOG.info("A read mark was not set ({}).", e.getClass().getSimpleName());
    }
  }
}
