package io.conserje.call;

import io.conserje.venue.Venue;
import java.time.Instant;

/**
 * What the house has noted of a call whose sound it carries, so that whoever leads the call on
 * knows why its sound has ended.
 */
public final class CarriedCall {

  /** Before the attempt that news of a stream bring back. */
  public static final String MEMO = "stream:";

  private static final String CARRIED = "carried";
  private static final String LEFT = "left";
  private static final String LEFT_TO_PERSON = "left-to-person";
  private static final String TOO_LONG = "too-long";
  private static final String BACK = "back";
  private static final String OVER = "over";
  private static final String HUNG_UP = "hung-up";
  private static final String ATTEMPT = "[0-9a-f]{1,16}";
  private static final int MOST_TIMES_AGAIN = 3;

  private final Calls calls;

  public CarriedCall(Calls calls) {
    this.calls = calls;
  }

  /** What was before its sound came to us. */
  public enum Before {
    /** It comes for the first time. */
    NOTHING,
    /** It was cut off. */
    CUT_OFF,
    /** Nobody of the house has taken the call, and it comes back to us. */
    NOBODY_CAME
  }

  /** Its sound has come to us. */
  Before carried(CallPlace place, Venue venue, Instant now) {
    if (note(place, venue, CARRIED, now)) {
      return Before.NOTHING;
    }
    boolean comesBack = isBack(place, venue) && note(place, venue, since(CARRIED, true), now);
    return comesBack ? Before.NOBODY_CAME : Before.CUT_OFF;
  }

  /** We leave it of our own accord. */
  void left(CallPlace place, Venue venue, boolean toPerson, Instant now) {
    String how = toPerson ? LEFT_TO_PERSON : LEFT;
    note(place, venue, since(how, isBack(place, venue)), now);
  }

  /** The same, because it has lasted long enough: it does not come back to us. */
  void tooLong(CallPlace place, Venue venue, Instant now) {
    note(place, venue, TOO_LONG, now);
    left(place, venue, true, now);
  }

  /**
   * Nobody of the house has taken a call that was left to a person: it may come back to us, once.
   */
  public boolean mayComeBack(CallPlace place, Venue venue, Instant now) {
    return calls.knows(place, LEFT_TO_PERSON, venue)
        && !calls.knows(place, TOO_LONG, venue)
        && (note(place, venue, BACK, now) || !calls.knows(place, since(CARRIED, true), venue));
  }

  /** Whether nobody of the house took it before. */
  public boolean isBack(CallPlace place, Venue venue) {
    return calls.knows(place, BACK, venue);
  }

  /** What was noted before it came back says nothing any more. */
  private static String since(String name, boolean back) {
    return back ? name + "-" + BACK : name;
  }

  /**
   * Everything was said, and nobody is to go on with the call.
   *
   * @param reason for whoever reads of the call
   */
  void over(CallPlace place, Venue venue, String reason, Instant now) {
    calls.record(
        CallEvent.of(place, OVER, OVER, now, now, place.callId()).with(null, reason), venue, now);
  }

  /** The guest has hung up; told where no carrier tells it. */
  void hungUp(CallPlace place, Venue venue, Instant now) {
    calls.record(
        CallEvent.of(place, HUNG_UP, HUNG_UP, now, now, place.callId())
            .reporting(CallReport.ofEnd(HUNG_UP, now)),
        venue,
        now);
  }

  /** Why the sound of a call is not with us. */
  public enum Why {
    /** It never was. */
    NEVER_CARRIED,
    /** Somebody pulled the plug: it can be carried on. */
    CUT_OFF,
    /** We left it because we could not hear or speak any more, or it was cut off too often. */
    GIVEN_UP,
    TO_PERSON,
    /** We took leave, and the call ends. */
    OVER
  }

  /** Asked each time its sound has ended: so often it may be carried on. */
  public Why ended(CallPlace place, Venue venue, Instant now) {
    Why why = why(place, venue);
    return why == Why.CUT_OFF && !mayGoOn(place, venue, now) ? Why.GIVEN_UP : why;
  }

  /** The same, for whoever counts for themselves how often it was carried on. */
  public Why why(CallPlace place, Venue venue) {
    if (calls.knows(place, OVER, venue)) {
      return Why.OVER;
    }
    boolean back = isBack(place, venue);
    if (calls.knows(place, since(LEFT_TO_PERSON, back), venue)) {
      return Why.TO_PERSON;
    }
    if (!calls.knows(place, CARRIED, venue)) {
      return Why.NEVER_CARRIED;
    }
    return calls.knows(place, since(LEFT, back), venue) ? Why.GIVEN_UP : Why.CUT_OFF;
  }

  /**
   * Whoever leads the call has come back to ask what is next.
   *
   * @param attempt of which time the sound has ended; empty for unknown
   */
  public void taken(CallPlace place, Venue venue, String attempt, Instant now) {
    if (attempt.matches(ATTEMPT)) {
      note(place, venue, "taken:" + attempt, now);
    }
  }

  /** Whether they have come back after that time. */
  public boolean isTaken(CallPlace place, Venue venue, String attempt) {
    return calls.knows(place, "taken:" + attempt, venue);
  }

  private boolean mayGoOn(CallPlace place, Venue venue, Instant now) {
    for (int time = 1; time <= MOST_TIMES_AGAIN; time++) {
      if (note(place, venue, "again:" + time, now)) {
        return true;
      }
    }
    return false;
  }

  /** False for what was noted before. */
  private boolean note(CallPlace place, Venue venue, String name, Instant now) {
    return calls.record(CallEvent.of(place, name, name, now, now, place.callId()), venue, now);
  }
}
