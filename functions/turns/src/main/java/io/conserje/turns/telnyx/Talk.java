package io.conserje.turns.telnyx;

import io.conserje.call.CallEvent;
import io.conserje.call.CallPlace;
import io.conserje.call.CallPlan;
import io.conserje.venue.Venue;

/**
 * A piece of news of a guest's call.
 *
 * @param because may be of the leg to a person
 * @param plan with the guest's control
 * @param place the guest's, whichever leg the news is of
 */
record Talk(CallEvent because, CallPlan plan, CallPlace place, Venue venue) {

  /** Under what the leg takes commands that the news is of. */
  String leg() {
    return because.place().carrierCallId();
  }
}
