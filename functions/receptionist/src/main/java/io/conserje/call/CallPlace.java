package io.conserje.call;

import java.util.List;

/**
 * Which call it is, and who talks to whom in it, as the provider says.
 *
 * @param provider {@code vapi}, {@code twilio} …
 * @param callId the provider's own id of the call
 * @param carrierCallId of the telephone company behind the provider; empty where there is none
 * @param houseAddresses what was called, each way the provider names it, the number first
 * @param caller the other side: E.164, a SIP address, or a word such as {@code anonymous}; may be
 *     empty
 * @param direction {@code inbound}, {@code outbound} or {@code web}
 */
public record CallPlace(
    String provider,
    String callId,
    String carrierCallId,
    List<String> houseAddresses,
    String caller,
    String direction) {

  public CallPlace {
    houseAddresses = houseAddresses == null ? List.of() : List.copyOf(houseAddresses);
    carrierCallId = carrierCallId == null ? "" : carrierCallId;
    caller = caller == null ? "" : caller;
    direction = direction == null || direction.isEmpty() ? "inbound" : direction;
  }

  public String houseAddress() {
    return houseAddresses.isEmpty() ? "" : houseAddresses.getFirst();
  }

  /** The same from nobody. */
  public CallPlace hidden() {
    return new CallPlace(provider, callId, carrierCallId, houseAddresses, "", direction);
  }

  /** Under what the other side's conversation is kept: a hidden caller has one per call. */
  public String guestAddress() {
    Caller who = Caller.of(caller);
    return who.isHidden() ? "hidden:" + provider + ":" + callId : who.address();
  }
}
