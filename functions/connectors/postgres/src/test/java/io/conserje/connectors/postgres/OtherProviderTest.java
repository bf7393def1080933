package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.outbound.Sending;
import io.conserje.outbound.Sending.About;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When a message goes over another provider, and never over both. */
class OtherProviderTest extends TwoProviders {

  @Test
  void whereAnotherProviderHasAChannelMessagesGoThatWayAfterTwoMinutes() {
    database.update("INSERT INTO channel_addresses VALUES ('sms', '+34600000901', 'house')");
    one.down = true;
    List<UUID> talks = talks(20);
    talks.forEach(talk -> deliver(talk, null));
    passTheTime(talks, Duration.ofMinutes(1));
    assertEquals(0, other.sent.size());

    passTheTime(talks, Duration.ofMinutes(10));
    assertTrue(other.sent.size() > 5, "those that one was never asked to take: " + other.sent);
    one.down = false;
    passTheTime(talks, Duration.ofMinutes(10));

    Set<String> reached = new HashSet<>(one.sent);
    reached.addAll(other.sent);
    assertEquals(20, reached.size());
    assertEquals(20, one.sent.size() + other.sent.size(), "each once");
  }

  @Test
  void whatIsGivenUpForGoodGoesTheOtherWayIfTheProviderDoesNotHaveIt() {
    database.update("INSERT INTO channel_addresses VALUES ('sms', '+34600000901', 'house')");
    UUID talk = talks(1).getFirst();
    for (int i = 0; i < TRIES; i++) {
      one.answers.add(new Sending.Later("63018", "too fast", null, About.MESSAGE));
      deliver(talk, reminders.get(talk));
    }

    assertEquals(List.of("Confirme 0"), other.sent);
    assertEquals(List.of("undelivered", "sent"), states());
  }

  @Test
  void whatIsGivenUpForGoodButArrivedAfterAllGoesNoOtherWay() {
    database.update("INSERT INTO channel_addresses VALUES ('sms', '+34600000901', 'house')");
    UUID talk = talks(1).getFirst();
    for (int i = 0; i < TRIES - 1; i++) {
      one.answers.add(new Sending.Later("63018", "too fast", null, About.MESSAGE));
      deliver(talk, reminders.get(talk));
    }
    one.silentlyTakes = true;
    deliver(talk, reminders.get(talk));

    assertEquals(List.of(), other.sent);
    assertEquals(List.of("sent"), states());
  }

  @Test
  void whereNobodyCanTellAnotherProviderIsGivenItOnlyAfterAWhileWithoutAReport() {
    UUID talk = neverAnswered();
    assertEquals(TRIES, one.asked);
    assertEquals(List.of(), other.sent);

    passTheTime(List.of(talk), Duration.ofMinutes(1));
    assertEquals(List.of(), other.sent, "its report may still come");
    passTheTime(List.of(talk), Duration.ofMinutes(2));

    assertEquals(TRIES, one.asked);
    assertEquals(List.of("Confirme 0"), other.sent);
    assertEquals(List.of("undelivered", "sent"), states());
  }

  @Test
  void whatIsReportedMeanwhileGoesNoOtherWay() {
    UUID talk = neverAnswered();
    database.update("UPDATE outbox SET state = 'delivered'");

    passTheTime(List.of(talk), Duration.ofMinutes(5));

    assertEquals(List.of(), other.sent);
    assertEquals(List.of("delivered"), states());
  }

  @Test
  void whereNobodyCanTellAndThereIsNoOtherWayItIsGivenUpAtOnce() {
    database.update("DELETE FROM channel_addresses WHERE channel = 'sms'");
    database.update(
        "UPDATE venues SET version = version + 1,"
            + " house = house || '{\"messages\": {\"order\": [\"whatsapp\"]}}'");
    neverAnswered();

    assertEquals(List.of("failed"), states());
  }

  /** To the last try; the provider may have each of them, and cannot be asked. */
  private UUID neverAnswered() {
    database.update(
        "INSERT INTO channel_addresses VALUES ('sms', '+34600000901', 'house') ON CONFLICT DO NOTHING");
    one.cannotTell = true;
    UUID talk = talks(1).getFirst();
    for (int i = 0; i < TRIES; i++) {
      one.answers.add(new Sending.Later("no_answer", "time-out", null, About.MESSAGE));
      deliver(talk, reminders.get(talk));
    }
    return talk;
  }
}
