package io.conserje.call.out;

import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A call the house makes: one telephone that is to ring once.
 *
 * @param id the call's own, in the list of all calls
 * @param provider who carries it
 * @param from the house's number, E.164
 * @param to the number that rings, E.164
 * @param purpose in words for the ear, as they stand behind "le llamo por"; may be empty
 * @param language in which whoever answers is spoken to
 * @param leavesMessage whether a machine is told why the house called
 * @param attempt 1, or 2 where nobody answered the first
 * @param orderedAt when it was wished for
 * @param firstTriedAt when the provider was asked first; null before
 * @param providerCallId the provider's; empty until it is known
 * @param tried how often the provider was asked
 * @param control under what the provider takes commands for it; may be empty
 * @param answeredBy {@code person} or {@code machine}; empty until somebody knows
 */
public record OutgoingCall(
    UUID id,
    VenueId venue,
    Kind kind,
    String provider,
    String from,
    String to,
    String purpose,
    Locale language,
    boolean leavesMessage,
    int attempt,
    State state,
    Instant orderedAt,
    Instant firstTriedAt,
    int tried,
    String providerCallId,
    String control,
    String answeredBy) {

  /** Before our own id, where a provider brings it back. */
  public static final String MEMO = "call:";

  /** Who is called, and why. */
  public enum Kind {
    /** A guest, about something of theirs. */
    NEWS,
    /** A guest who left a message and was promised a call. */
    CALL_BACK;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** How far it is; it only goes forward. */
  public enum State {
    WAITING,
    RINGING,
    ANSWERED,
    OVER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** What a provider is given to bring back with its news of the call. */
  public String memo() {
    return memo(id);
  }

  public static String memo(UUID id) {
    return MEMO + id;
  }

  /** Null for what is not ours. */
  public static UUID named(String memo) {
    try {
      return memo.startsWith(MEMO) ? UUID.fromString(memo.substring(MEMO.length())) : null;
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }

  /** As the provider knows it. */
  public OutgoingCall ringing(String callId, String underControl) {
    return new OutgoingCall(
        id,
        venue,
        kind,
        provider,
        from,
        to,
        purpose,
        language,
        leavesMessage,
        attempt,
        state,
        orderedAt,
        firstTriedAt,
        tried,
        callId,
        underControl,
        answeredBy);
  }
}
