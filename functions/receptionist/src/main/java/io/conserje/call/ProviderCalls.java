package io.conserje.call;

/** What a provider of telephone calls knows of one that it carried. */
public interface ProviderCalls {

  /** As in {@link CallPlace}. */
  String provider();

  Found ask(CallPlace place);

  /** The answer. */
  sealed interface Found {
    record Ended(CallEvent event) implements Found {}

    record GoesOn() implements Found {}

    /** The provider has no such call, or none any more. */
    record Unknown() implements Found {}

    /**
     * Asked again later.
     *
     * @param why for the log
     */
    record NoAnswer(String why) implements Found {}
  }
}
