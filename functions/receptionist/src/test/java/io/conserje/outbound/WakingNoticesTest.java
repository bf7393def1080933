package io.conserje.outbound;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.conversation.Wakeups;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WakingNoticesTest {

  private final List<UUID> asked = new ArrayList<>();

  @Test
  void whatWasDoneIsNoFaultWhereNobodyCanBeWoken() {
    WakingNotices notices = new WakingNotices(new AlwaysWritten(), new Unreachable());
    notices.say(null);
    notices.say(null);

    assertDoesNotThrow(notices::wake);

    assertEquals(2, asked.size());
  }

  private static final class AlwaysWritten implements Notices {

    @Override
    public Said say(Notice notice) {
      return new Said.Written(UUID.randomUUID());
    }

    @Override
    public boolean reaches(VenueId venue, String phone) {
      return true;
    }
  }

  private final class Unreachable implements Wakeups {

    @Override
    public void turnDue(UUID conversation, long upTo, Duration delay) {
      throw new IllegalStateException("The queue is away.");
    }

    @Override
    public void outboxDue(UUID conversation, Duration delay, Instant waitsFor) {
      asked.add(conversation);
      throw new IllegalStateException("The queue is away.");
    }
  }
}
