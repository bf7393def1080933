package io.conserje.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class KindTest {

  @Test
  void aTurnOfPhraseIsReplacedByTheNameOfWhatItMeans() {
    assertEquals(
        "puedo pagar  efectivo  al irme", Kind.named("¿Puedo pagar en metálico al irme?", "es"));
    assertEquals("", Kind.named("Is there wifi?", "en"));
  }

  @Test
  void whatIsToldBesideTheQuestionIsLeftOut() {
    assertEquals("donde  aparcamiento", Kind.named("Somos seis, dónde dejamos el coche", "es"));
  }

  @Test
  void aWishInAnotherSentenceIsNoPartOfTheQuestion() {
    assertEquals(Set.of(), Kind.meant("We have to cancel tonight. Is there a fee?"));
    assertEquals(Set.of(Kind.CANCELLATION), Kind.meant("If we cancel tonight, is there a fee?"));
  }

  @Test
  void thePriceOfTheMenuIsTheSetLunchs() {
    assertEquals(Set.of(Kind.SET_LUNCH), Kind.meant("¿a cuánto sale el menú?"));
    assertEquals(Set.of(Kind.SET_LUNCH), Kind.meant("how much is the lunch menu during the week?"));
    assertEquals(Set.of(Kind.CHILDREN), Kind.meant("¿cuánto vale el menú infantil?"));
  }

  @Test
  void whoeverSleepsWithADogAsksForPets() {
    assertEquals(Set.of(Kind.PETS), Kind.meant("¿puede dormir conmigo el perro?"));
    assertEquals("mascotas", Kind.PETS.in("es"));
  }

  @Test
  void whatIsDrunkThereIsTheGuestsOwn() {
    assertEquals(
        Set.of(Kind.CORKAGE), Kind.meant("it is allowed to drink it at your place, and for what?"));
  }

  @Test
  void whoIsVeganAsksForWhatThereIsToEat() {
    assertEquals(
        Set.of(Kind.VEGETARIAN), Kind.meant("wife's vegan, is there much on the menu for her?"));
  }
}
