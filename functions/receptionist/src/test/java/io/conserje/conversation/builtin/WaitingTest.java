package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {

  @Test
  void whoNoLongerWantsToWaitIsHeardInManyWords() {
    for (String said :
        List.of(
            "sácanos de la cola, por favor",
            "bórrenos de la lista",
            "ya no queremos estar en la lista",
            "can you take us off the list",
            "please remove our name from the waiting list",
            "we no longer need the waitlist")) {
      assertTrue(Waiting.over(said), said);
    }
  }

  @Test
  void whoWantsToWaitDoes() {
    for (String said :
        List.of(
            "anula la cena y ponme en la lista",
            "apúntame en la lista de espera",
            "get me on the waiting list",
            "leave me on the list")) {
      assertFalse(Waiting.over(said), said);
    }
  }
}
