package io.conserje.conversation;

import java.util.function.Consumer;

/**
 * What understands the guest and finds the words. It never owns a fact: prices, hours,
 * availability, dates and codes come from tools.
 */
public interface LanguageModel {

  /** For the record of each turn: which model answered. */
  String name();

  /**
   * Whether it answers at once and costs nothing, so that it may be asked about words after which
   * the guest may still go on.
   */
  default boolean isAtHand() {
    return false;
  }

  /** Throws {@link ModelFailed} when there is no answer. */
  ModelAnswer answer(ModelRequest request);

  /**
   * The same, with the words handed on as they come. What comes in one piece is the answer, and is
   * not handed on before it.
   */
  default ModelAnswer answer(ModelRequest request, Listener listener) {
    ModelAnswer answer = answer(request);
    listener.begun();
    return answer;
  }

  /** Hears an answer while it is being made. */
  interface Listener {

    Listener NOBODY = piece -> {};

    /**
     * The next words; never empty. The answer may still turn out to be tool calls. It never fails:
     * what becomes of the words is no trouble of the model's.
     */
    void text(String piece);

    /** The first sign of life of an answer, before its first words or calls. */
    default void begun() {}

    /** What was handed on of this answer does not count: another one begins. */
    default void discarded() {}

    /**
     * Tells whether the answer is wanted once that is known: at once, but for one made while the
     * guest may still go on.
     */
    default void onceKnown(Consumer<Boolean> wanted) {
      wanted.accept(true);
    }
  }
}
