package io.conserje.voice.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A person goes on with the call: the house leaves it to whoever leads it at its carrier. */
class PassedOnTest {

  private static final String PASSED_ON = "Un momento, le paso.";

  private final Telephone telephone = new Telephone("Dígame.", _ -> PASSED_ON);

  @Test
  void theHouseLeavesOnceItsLastWordWasHeard() {
    telephone.house.toPerson = true;
    telephone.open();
    telephone.hearAll();
    telephone.say("Quiero hablar con alguien");
    telephone.thread.await(() -> telephone.spoken().endsWith(PASSED_ON));
    telephone.hearAll();
    telephone.quietUntil(telephone.carrier::hungUp);

    assertEquals("Dígame." + PASSED_ON, telephone.spoken());
  }
}
