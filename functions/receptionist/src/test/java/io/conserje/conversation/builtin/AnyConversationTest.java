package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What holds in every conversation, however confused: tried on random ones made of sentences of the
 * tables.
 */
class AnyConversationTest {

  private static final int CONVERSATIONS = 500;
  private static final int TURNS = 8;
  private static final long SEED = 20261120;

  private final List<String> sentences =
      Stream.concat(UnderstandingTest.spanish(), UnderstandingTest.english())
          .map(row -> row.split(" => ")[0].replaceFirst("^\\[[A-Z_]+] ", ""))
          .toList();

  @Test
  void everyTurnEndsInWordsAndNothingIsBookedThatWasNotReadBack() {
    Random random = new Random(SEED);
    for (int i = 0; i < CONVERSATIONS; i++) {
      converse(random, i);
    }
  }

  private void converse(Random random, int number) {
    Venue venue = number % 3 == 0 ? Houses.lateHouse() : Houses.restaurant();
    FakeHouse house = new FakeHouse(venue, Houses.NOON);
    if (number % 2 == 0) {
      house.full.addAll(List.of("2026-11-21T21:00", "2026-11-20T21:00", "2026-11-27"));
    }
    Player player =
        new Player(new BuiltInModel(), venue, Houses.NOON, house, number % 5 == 0 ? "Eva" : "");
    List<String> said = new ArrayList<>();
    String before = "";
    for (int turn = 0; turn < TURNS; turn++) {
      List<String> messages = messages(random);
      List<String> meanwhile = random.nextInt(10) == 0 ? messages(random) : List.of();
      said.add(messages + " " + meanwhile);
      String reply = player.turn(messages, meanwhile);
      assertFalse(reply.isBlank(), () -> "silent at " + said);
      assertFalse(reply.contains("null"), () -> reply + " at " + said);
      for (String call : player.calls) {
        assertReadBack(call, before, said);
      }
      before = reply;
    }
  }

  private static void assertReadBack(String call, String before, List<String> said) {
    if (call.startsWith("create_reservation")) {
      for (String fact : new String[] {"time", "party_size", "name"}) {
        String value = call.replaceAll(".* " + fact + "=(.*?)( \\w+=.*|$)", "$1");
        boolean nameAtOnce =
            fact.equals("name") && said.getLast().toLowerCase().contains(value.toLowerCase());
        assertTrue(
            before.contains(value) || nameAtOnce, () -> call + " after " + before + " " + said);
      }
    }
    if (call.startsWith("cancel_reservation")) {
      String reference = call.split("=")[1];
      assertTrue(before.contains(reference), () -> call + " after " + before + " " + said);
    }
  }

  private List<String> messages(Random random) {
    List<String> messages = new ArrayList<>();
    do {
      messages.add(
          random.nextInt(4) == 0
              ? List.of("sí", "yes", "no", "la primera", "Ana", "4").get(random.nextInt(6))
              : sentences.get(random.nextInt(sentences.size())));
    } while (random.nextInt(6) == 0);
    return messages;
  }
}
