package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.conserje.conversation.builtin.Ear.Situation;
import org.junit.jupiter.api.Test;

class SideQuestionTest {

  @Test
  void whatIsToldAndWhatIsAskedAreHeardByThemselves() {
    apart(
        Asked.NAME, "soy Nerea Vidal", "¿hay garaje?", "soy Nerea Vidal y otra cosa ¿hay garaje?");
    apart(
        Asked.PHONE,
        "mi número es el 622 11 33 55",
        "el wifi se paga aparte",
        "mi número es el 622 11 33 55, y de paso, el wifi se paga aparte");
    apart(
        Asked.PARTY,
        "we're two adults",
        "is there a gym?",
        "one thing first, is there a gym? Anyway, we're two adults");
    apart(
        Asked.ROOM,
        "give us the suite",
        "how much does the garage cost",
        "how much does the garage cost give us the suite");
    apart(
        Asked.NOTHING,
        "una doble del 3 al 5 de diciembre para dos personas y un niño de 6 años",
        "¿cuánto cuesta una cuna?",
        "una doble del 3 al 5 de diciembre para dos personas y un niño de 6 años. ¿cuánto cuesta una"
            + " cuna?");
  }

  @Test
  void aQuestionThatNamesARoomOrACotWishesForNone() {
    apart(Asked.CONFIRM, "", "do the doubles have one big bed or two?", null);
    apart(Asked.ROOM, "", "do you have baby cots", null);
    apart(Asked.CONFIRM, "", "can I get an invoice for my company?", null);
  }

  @Test
  void whatIsWishedForOrToldBesideIsNoQuestion() {
    whole(Asked.ROOM, "una doble, ¿nos podéis poner una cuna?");
    whole(Asked.NOTHING, "¿tenéis una doble del 3 al 5 de diciembre?");
    whole(Asked.NOTHING, "hola, ¿tenéis garaje?");
    whole(Asked.NOTHING, "del 6 al 7 de diciembre, dos personas y una niña de 9. ¿Disponible?");
    whole(Asked.NOTHING, "qué bien que contestáis\nbuenas, una doble del 3 al 5 de diciembre");
    whole(Asked.NIGHTS, "¿entonces con quién tengo que hablar?");
    whole(Asked.CONFIRM, "sí, ¿a qué hora es la entrada?");
    whole(Asked.CONFIRM, "can we come a day later instead, still leaving the 11th?");
  }

  /**
   * @param said null if the question is all that is said
   */
  private static void apart(Asked asked, String rest, String question, String said) {
    assertEquals(
        new SideQuestion(question, rest),
        SideQuestion.in(said == null ? question : said, situation(asked)));
  }

  private static void whole(Asked asked, String said) {
    assertNull(SideQuestion.in(said, situation(asked)), said);
  }

  private static Situation situation(Asked asked) {
    return new Situation(
        Houses.NOON.toLocalDateTime(), asked, null, Tongue.SPANISH, Wish.NONE, Houses.hotel());
  }
}
