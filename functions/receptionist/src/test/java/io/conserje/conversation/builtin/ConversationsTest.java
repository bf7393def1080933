package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.builtin.ConversationFile.Turn;
import io.conserje.venue.Venue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole conversations, from the files in {@code conversations/}. */
class ConversationsTest {

  @ParameterizedTest
  @MethodSource("all")
  void conversationGoesAsWritten(ConversationFile file) {
    Venue venue = file.venue();
    FakeHouse house = file.house(venue);
    Player player = file.player(house, venue);
    for (Turn turn : file.turns()) {
      String reply = player.turn(turn.guest(), turn.meanwhile());
      assertEquals(turn.calls(), player.calls, () -> "tools called at " + turn.guest());
      for (String part : turn.reply()) {
        assertTrue(reply.contains(part), () -> turn.guest() + " → " + reply + " lacks " + part);
      }
    }
    assertEquals(file.book(), house.inTheBook(), "the book");
    assertEquals(file.rooms(), house.rooms.inTheBook(), "the rooms");
    assertEquals(file.waitlist(), house.waiting, "the waitlist");
    assertEquals(file.language(), player.language(), "the language");
  }

  static List<ConversationFile> all() {
    return ConversationFile.all();
  }
}
