package io.conserje.call.out;

import io.conserje.call.out.OutgoingCall.Kind;
import io.conserje.call.out.OutgoingCalls.Order;
import io.conserje.call.out.OutgoingCalls.Ordered;
import io.conserje.venue.CallsOut;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The house is to call a guest: written down, if it may, and rung a moment later. */
public final class OrderCall {

  private static final String NUMBER = "\\+[1-9][0-9]{6,14}";
  private static final String USUAL_CARRIER = "twilio";
  private static final Duration DAY = Duration.ofDays(1);

  private final OutgoingCalls calls;
  private final CallDue due;

  public OrderCall(OutgoingCalls calls, CallDue due) {
    this.calls = calls;
    this.due = due;
  }

  /**
   * @param to E.164
   * @param purpose in words for the ear; may be empty for a call-back
   * @param language null for the one in which the guest was talked to last
   */
  public record Wish(
      String to, String purpose, boolean callBack, boolean leavesMessage, Locale language) {}

  /** Yes, or a reason. */
  public sealed interface Answer {

    /**
     * @param isNew false where the same was ordered before
     */
    record Done(OutgoingCall call, boolean isNew) implements Answer {}

    record Refused(Reason reason) implements Answer {}
  }

  /** Why not. */
  public enum Reason {
    NOT_A_TELEPHONE,
    /** It would ring at the house itself, or at another one that is answered here. */
    OWN_NUMBER,
    /** The caller pays more for it than for a telephone. */
    COSTLY_NUMBER,
    /** The house has no number from which it could call. */
    NO_NUMBER_OF_OURS,
    OUTSIDE_HOURS,
    /** The guest has said STOP or BAJA. */
    UNWANTED,
    /** To this guest within a day. */
    TOO_MANY_TO_GUEST,
    /** To anybody within a day. */
    TOO_MANY
  }

  /**
   * @param key the same wish again is answered the same and rings once
   */
  public Answer order(Venue venue, Wish wish, String key, Instant now) {
    Optional<OutgoingCall> before = calls.ordered(venue.id(), key);
    if (before.isPresent()) {
      return new Answer.Done(before.get(), false);
    }
    List<String> numbers = calls.numbers(venue.id());
    Optional<Reason> no = refusal(venue, numbers, wish.to(), now);
    if (no.isPresent()) {
      return new Answer.Refused(no.get());
    }
    return calls
        .order(
            order(venue, numbers, wish, key, now),
            () -> tooMany(venue, wish.to(), now) != null,
            now)
        .map(this::done)
        .orElseGet(() ->
            new Answer.Refused(
                Objects.requireNonNullElse(tooMany(venue, wish.to(), now), Reason.TOO_MANY)));
  }

  private Answer done(Ordered ordered) {
    if (ordered.isNew()) {
      due.callDue(ordered.call().id(), Duration.ZERO);
    }
    return new Answer.Done(ordered.call(), ordered.isNew());
  }

  private Optional<Reason> refusal(Venue venue, List<String> numbers, String to, Instant now) {
    if (!to.matches(NUMBER)) {
      return Optional.of(Reason.NOT_A_TELEPHONE);
    }
    if (to.equals(venue.phone()) || calls.isAnsweredHere(to)) {
      return Optional.of(Reason.OWN_NUMBER);
    }
    if (CostlyNumbers.contain(to)) {
      return Optional.of(Reason.COSTLY_NUMBER);
    }
    if (from(numbers).isEmpty()) {
      return Optional.of(Reason.NO_NUMBER_OF_OURS);
    }
    if (!CallingHours.allow(venue, now)) {
      return Optional.of(Reason.OUTSIDE_HOURS);
    }
    return calls.isUnwanted(venue.id(), to) ? Optional.of(Reason.UNWANTED) : Optional.empty();
  }

  /** Null where one more may be made; that is certain only while nobody else orders. */
  private Reason tooMany(Venue venue, String to, Instant now) {
    CallsOut rules = venue.correspondence().callsOut();
    Instant yesterday = now.minus(DAY);
    if (calls.orderedSince(venue.id(), to, yesterday) >= rules.mostToOneGuest()) {
      return Reason.TOO_MANY_TO_GUEST;
    }
    return calls.orderedSince(venue.id(), null, yesterday) >= rules.mostADay()
        ? Reason.TOO_MANY
        : null;
  }

  private static Optional<String> from(List<String> numbers) {
    return numbers.stream().filter(number -> number.matches(NUMBER)).findFirst();
  }

  private Order order(Venue venue, List<String> numbers, Wish wish, String key, Instant now) {
    String from = from(numbers).orElseThrow();
    return new Order(
        venue.id(),
        key,
        wish.callBack() ? Kind.CALL_BACK : Kind.NEWS,
        carrier(venue, from),
        from,
        wish.to(),
        wish.purpose(),
        wish.language(),
        wish.leavesMessage(),
        1,
        now);
  }

  /** What the house file says, else whoever brings its calls. */
  private String carrier(Venue venue, String from) {
    return Optional.ofNullable(venue.correspondence().carriers().get(Channel.VOICE))
        .or(() -> calls.carrierOf(venue.id(), from))
        .orElse(USUAL_CARRIER);
  }
}
