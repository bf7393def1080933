package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Sending;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the provider tells of a reply, in whatever order and however late. */
class ReportedRepliesTest extends RepliesOnTheirWay {

  @Test
  void aReplyGivenUpWithoutAnAnswerIsDeliveredWhenTheProviderSaysSo() {
    reply("uno");
    for (int i = 0; i < 3; i++) {
      carrier.answers.add(new Sending.Later("no_answer", "timeout", null));
      deliver.deliver(conversation, reminders.last);
    }
    String id = database.one("SELECT id FROM outbox", row -> row.text("id")).orElseThrow();
    assertEquals(List.of("uno:failed"), states());

    report("SM7", id, "delivered");

    assertEquals(List.of("uno:delivered"), states());
  }

  @Test
  void deliveryReportsMoveForwardWhateverTheirOrder() {
    reply("uno");
    deliver.deliver(conversation, null);
    for (String status : List.of("read", "sent", "delivered", "read", "failed")) {
      report("SM0", null, status);
    }

    assertEquals(List.of("uno:read"), states());
    assertEquals(
        4L,
        database
            .one(
                "SELECT count(*) AS n FROM inbound_ledger WHERE event <> 'message'",
                r -> r.big("n"))
            .orElseThrow());
  }

  @Test
  void aReportQuickerThanOurOwnNoteFindsTheMessageByOurId() {
    reply("uno");
    OutboundMessage message = claimed();

    report("SM9", message.id().toString(), "delivered");
    outbox.taken(message, "carrier", "SM9", now);

    assertEquals(List.of("uno:delivered"), states());
  }

  @Test
  void aReportOfSomebodyElsesMessageChangesNothing() {
    reply("uno");
    deliver.deliver(conversation, null);

    report("SM-of-others", "not-even-an-id", "failed");

    assertEquals(List.of("uno:sent"), states());
  }
}
