package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.Venue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a guest may touch is what the model understands. */
class QuickAnswersTest {

  private static final int LONGEST_BUTTON = 20;
  private static final int LONGEST_LINE = 24;
  private static final int BUTTONS = 3;
  private static final int MOST = 10;

  /** Every choice of every question in {@code conversations/} is taken in a talk of its own. */
  @ParameterizedTest
  @MethodSource("all")
  void everyChoiceIsUnderstoodAndFitsOnAButton(ConversationFile file) {
    List<String> failed = new ArrayList<>();
    for (int asked = 0; asked < file.turns().size(); asked++) {
      List<String> choices = played(file, asked).choices;
      if (!fit(choices)) {
        failed.add(choices + " do not fit");
      }
      for (String choice : choices) {
        Player player = played(file, asked);
        String question = player.lastSaid();
        int misses = player.misses();
        String reply = player.say(choice);
        if (reply.equals(question) || player.misses() > misses) {
          failed.add(question + " ← " + choice + " → " + reply);
        }
      }
    }
    assertEquals(List.of(), failed);
  }

  /** A few are buttons of a messenger, more are lines of a list. */
  private static boolean fit(List<String> choices) {
    int longest = choices.size() <= BUTTONS ? LONGEST_BUTTON : LONGEST_LINE;
    return choices.size() <= MOST
        && choices.stream().distinct().count() == choices.size()
        && choices.stream().allMatch(choice -> choice.length() <= longest);
  }

  /** The talk up to and with one of its turns. */
  private static Player played(ConversationFile file, int last) {
    Venue venue = file.venue();
    Player player = file.player(file.house(venue), venue);
    file.turns().subList(0, last + 1).forEach(turn -> player.turn(turn.guest(), turn.meanwhile()));
    return player;
  }

  static List<ConversationFile> all() {
    return ConversationFile.all();
  }

  @Test
  void aTableThatWasReadBackIsTakenByTouch() {
    Venue venue = Houses.restaurant();
    FakeHouse house = new FakeHouse(venue, Houses.NOON);
    Player player = new Player(new BuiltInModel(), venue, Houses.NOON, house, "");
    player.say("mesa para dos mañana a las 21:00, a nombre de Ana");
    assertEquals(List.of("Sí", "No, cambiar algo", "Déjelo"), player.choices);
    player.say(player.choices.getFirst());
    assertEquals(1, house.inTheBook().size());
    assertEquals(List.of("Cambiar la reserva", "Cancelar la reserva"), player.choices);
  }

  @Test
  void theHoursOnOfferAreTheChoices() {
    for (String language : List.of("es", "en")) {
      Venue venue = Houses.restaurant();
      FakeHouse house = new FakeHouse(venue, Houses.NOON);
      house.full.add("2026-11-21T21:00");
      Player player = new Player(new BuiltInModel(), venue, Houses.NOON, house, "");
      player.say(
          language.equals("es")
              ? "mesa para dos mañana a las 21:00, a nombre de Ana"
              : "a table for two tomorrow at 21:00, the name is Ana");
      List<String> offered = new ArrayList<>(player.choices);
      assertTrue(offered.size() > 1, offered::toString);
      String time = offered.get(1);
      assertTrue(time.matches("\\d\\d:\\d\\d"), offered::toString);
      assertTrue(player.say(time).contains(time), language);
    }
  }
}
