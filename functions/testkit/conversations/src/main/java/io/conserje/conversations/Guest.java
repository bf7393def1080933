package io.conserje.conversations;

import java.util.List;
import java.util.Optional;

/** Who talks to the house once the written part of a talk is over. */
interface Guest {

  /** The first words, where no talk is written; empty otherwise. */
  List<List<String>> opening();

  /** What the guest says to the house's last words; empty when nothing more. */
  Optional<List<String>> answer(String houseSaid);
}
