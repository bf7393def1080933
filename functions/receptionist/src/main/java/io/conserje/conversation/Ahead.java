package io.conserje.conversation;

import java.util.function.Consumer;

/** An answer made while the guest may still go on, who may never be given it. */
public interface Ahead {

  /** Tells, once it is known, whether it was wanted. */
  void onceKnown(Consumer<Boolean> wanted);
}
