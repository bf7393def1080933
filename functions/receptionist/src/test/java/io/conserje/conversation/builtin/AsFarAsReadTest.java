package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.Venue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever writes without end is answered like anybody else. */
class AsFarAsReadTest {

  private final Venue venue = Houses.restaurant();
  private final FakeHouse house = new FakeHouse(venue, Houses.NOON);
  private final Player player = new Player(new BuiltInModel(), venue, Houses.NOON, house, "");

  @Test
  void anEndlessMessageIsAnsweredAndSoIsTheNextOne() {
    for (String word :
        List.of("hola ", "vale ", "y ", "😊", "1 ", "no, ", "mesa para dos ", "a.", "please ")) {
      assertFalse(player.say(word.repeat(20_000 / word.length())).isBlank(), word);
      assertFalse(player.say("hola").isBlank(), word);
    }
  }

  @Test
  void manyLongOnesAreAnswered() {
    List<String> many = Stream.generate(() -> "hola ".repeat(800)).limit(8).toList();

    assertFalse(player.turn(many, List.of()).isBlank());
  }

  @Test
  void whatStandsAtTheBeginningIsUnderstood() {
    String answer = player.say("mesa para cuatro mañana a las nueve. " + "Bla ".repeat(5_000));

    assertTrue(answer.contains("4"), answer);
  }
}
