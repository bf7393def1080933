package io.conserje.conversations;

import io.conserje.conversations.Scenario.Says;
import java.util.List;
import java.util.Optional;

/** Who talks to the house once the written part of a talk is over. */
interface Guest {

  /** The first words, where no talk is written; empty otherwise. */
  List<Says> opening();

  /** What the guest says to the house's last words; empty when nothing more. */
  Optional<Says> answer(String houseSaid);
}
