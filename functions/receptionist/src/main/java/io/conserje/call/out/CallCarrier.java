package io.conserje.call.out;

import io.conserje.outbound.ProviderSilent;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** A telephone company that makes calls for the house. */
public interface CallCarrier {

  /** As in {@link OutgoingCall}. */
  String provider();

  /** Makes it ring; whatever becomes of it is told by webhooks. */
  Dialled dial(OutgoingCall call);

  /**
   * Whether an earlier try arrived although its answer was lost.
   *
   * @param anothers ids that belong to other calls of ours
   * @throws ProviderSilent where that cannot be asked now
   */
  Optional<Dialled.Rings> earlier(OutgoingCall call, Predicate<String> anothers);

  /** What came of a try. */
  sealed interface Dialled {

    /**
     * @param control under what the provider takes commands; may be empty
     */
    record Rings(String callId, String control) implements Dialled {}

    /** Not this call, however often it is tried. */
    record Refused(String code, String reason) implements Dialled {}

    /**
     * @param perhapsTaken whether it may ring all the same
     * @param asked how long the provider asks to be left alone; zero for nothing
     */
    record Later(String reason, boolean perhapsTaken, Duration asked) implements Dialled {

      public Later(String reason, boolean perhapsTaken) {
        this(reason, perhapsTaken, Duration.ZERO);
      }
    }
  }
}
