package io.conserje.stay;

import io.conserje.venue.LodgingRules;
import io.conserje.venue.LodgingTerms.Deposit;
import java.time.Instant;

/** Where a stay stands. What can become of it stands on its type. */
public sealed interface StayState {

  String code();

  /** Its guest has not come yet. */
  sealed interface ToCome extends StayState {
    default Cancelled cancelled(long owed) {
      return new Cancelled(owed);
    }
  }

  /** The room goes back when the guest says nothing until then. */
  sealed interface Waiting extends ToCome {
    Instant until();

    default boolean isOver(Instant now) {
      return !until().isAfter(now);
    }

    default Expired expired() {
      return new Expired();
    }
  }

  /**
   * Kept for somebody who is still deciding.
   *
   * @param extended how often they have asked for more time
   */
  record Held(Instant until, int extended) implements Waiting {
    @Override
    public String code() {
      return "held";
    }

    Held longer(LodgingRules rules) {
      return new Held(until.plus(rules.extension()), extended + 1);
    }

    /** The guest has said yes. */
    ToCome agreed(Deposit deposit, Instant now) {
      return StayState.agreed(deposit, now);
    }
  }

  /** Agreed; the deposit is to come. */
  record Pending(Instant until) implements Waiting {
    @Override
    public String code() {
      return "pending";
    }

    Confirmed paid() {
      return new Confirmed();
    }
  }

  record Confirmed() implements ToCome {
    @Override
    public String code() {
      return "confirmed";
    }

    InHouse arrived(Instant now) {
      return new InHouse(now);
    }

    NoShow missed(long owed) {
      return new NoShow(owed);
    }
  }

  record InHouse(Instant since) implements StayState {
    @Override
    public String code() {
      return "in_house";
    }

    Finished left(Instant now) {
      return new Finished(now);
    }
  }

  record Finished(Instant at) implements StayState {
    @Override
    public String code() {
      return "finished";
    }
  }

  /**
   * @param owed minor units of the stay's currency
   */
  record Cancelled(long owed) implements StayState {
    @Override
    public String code() {
      return "cancelled";
    }
  }

  /**
   * @param owed minor units of the stay's currency
   */
  record NoShow(long owed) implements StayState {
    @Override
    public String code() {
      return "no_show";
    }
  }

  record Expired() implements StayState {
    @Override
    public String code() {
      return "expired";
    }
  }

  /** A guest has agreed: some houses wait for the deposit, others do not. */
  static ToCome agreed(Deposit deposit, Instant now) {
    return deposit.within() == null ? new Confirmed() : new Pending(now.plus(deposit.within()));
  }
}
