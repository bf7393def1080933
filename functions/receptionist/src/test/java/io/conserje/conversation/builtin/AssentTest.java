package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.builtin.Ear.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exactly",
        "wonderful, thank you",
        "that all sounds right to me",
        "good to go",
        "bang on",
        "nothing to change",
        "los datos están bien",
        "puede confirmarla cuando quiera",
        "cerramos así",
        "tal y como lo has dicho",
        "todo me parece perfecto"
      })
  void whoApprovesOfWhatWasReadBackSaysYes(String said) {
    assertEquals(YesNo.YES, answer(said, Asked.CONFIRM));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exactly at nine",
        "perfect, but make it five",
        "todo bien menos la hora",
        "no, the name is wrong",
        "confirma si hay terraza"
      })
  void aWordThatIsForSomethingElseIsNoYes(String said) {
    assertFalse(Assent.in(said, Asked.CONFIRM));
  }

  @Test
  void toACancellationNothingToChangeIsNoYes() {
    assertTrue(Assent.in("exactly", Asked.CANCEL_CONFIRM));
    assertFalse(Assent.in("no changes", Asked.CANCEL_CONFIRM));
    assertFalse(Assent.in("queda así", Asked.CANCEL_CONFIRM));
  }

  @Test
  void nobodyIsCalledWonderful() {
    assertEquals(null, heard("absolutely wonderful thank you so much", Asked.CONFIRM).name());
  }

  private static YesNo answer(String said, Asked asked) {
    return heard(said, asked).answer();
  }

  private static Understanding heard(String said, Asked asked) {
    return Ear.hear(
        said,
        new Situation(
            Houses.NOON.toLocalDateTime(),
            asked,
            null,
            Tongue.SPANISH,
            Wish.NONE.withParty(4).withName("Ana Gil"),
            Houses.restaurant()));
  }
}
