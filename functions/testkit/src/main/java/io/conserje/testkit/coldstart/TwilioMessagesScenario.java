package io.conserje.testkit.coldstart;

import io.conserje.names.Queue;
import java.util.List;

/** A signed WhatsApp message: answered, and on the queue. */
final class TwilioMessagesScenario implements Scenario {

  @Override
  public First first(World world, int run) {
    String sid = "SM%032d".formatted(run);
    // A guest of its own: a queue in order shows only the first message of each.
    String guest = "+3460%07d".formatted(run);
    byte[] event = TwilioRequest.message(sid, guest, "¿Tenéis mesa para 2 mañana? 😊");
    return new First(
        event,
        answer -> {
          Answer.isOk(answer);
          if (!world.queues().received(Queue.INBOUND, sid)) {
            throw new IllegalStateException("Answered, but not on the queue: " + sid);
          }
        });
  }

  @Override
  public List<byte[]> training(int run) {
    return List.of(
        TwilioRequest.message("SM9%031d".formatted(run), "+34600000777", "Hello"),
        TwilioRequest.status("SM8%031d".formatted(run), "delivered"),
        TwilioRequest.message("SM7%031d".formatted(run), "+34600000778", "A table for 4?"));
  }
}
