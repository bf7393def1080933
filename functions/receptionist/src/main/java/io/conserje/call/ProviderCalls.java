package io.conserje.call;

import io.conserje.call.Calls.Unreported;
import java.time.Duration;

/** What a provider of telephone calls knows of one that it carried. */
public interface ProviderCalls {

  /** Why a call ended: its provider knows that it is over, and no more. */
  String UNREPORTED = "unreported";

  /** Its provider says that there is no such call. */
  String LOST = "lost";

  /** Its provider did not know it, however often it was asked. */
  String NOT_FOUND = "not-found";

  /** As in {@link CallPlace}. */
  String provider();

  /**
   * How long nothing was heard of a call before it is asked about, and between two questions; less
   * than the provider remembers a call that is over.
   */
  default Duration quiet() {
    return Duration.ofMinutes(10);
  }

  Found ask(Unreported call);

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
