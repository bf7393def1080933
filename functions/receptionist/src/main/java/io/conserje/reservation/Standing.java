package io.conserje.reservation;

import java.time.Instant;

/**
 * Where a reservation stands. Each state knows the moves that lead out of it and no others, so that
 * a move the house does not know cannot be written down.
 */
public sealed interface Standing {

  /** The name used in the database and the API. */
  String code();

  /** States in which the table is kept. */
  sealed interface KeepsTable extends Standing {}

  /** States a guest can still say yes to. */
  sealed interface Confirmable extends KeepsTable {
    default Confirmed confirm() {
      return new Confirmed();
    }
  }

  /** States that end by themselves. */
  sealed interface Expiring extends Confirmable {
    Instant until();

    default Expired expire() {
      return new Expired();
    }
  }

  /** States that can be called off or changed. */
  sealed interface Open extends KeepsTable {
    default Cancelled cancel() {
      return new Cancelled();
    }
  }

  /** Kept for somebody who is still deciding, or who was offered it. */
  record Held(Instant until) implements Expiring, Open {
    @Override
    public String code() {
      return "held";
    }
  }

  /** Wished for; the guest has been asked to say yes. */
  record Pending(Instant until) implements Expiring, Open {
    @Override
    public String code() {
      return "pending";
    }
  }

  record Confirmed() implements Open {
    public Seated seat() {
      return new Seated();
    }

    public NoShow missed() {
      return new NoShow();
    }

    @Override
    public String code() {
      return "confirmed";
    }
  }

  record Seated() implements KeepsTable {
    public Finished finish() {
      return new Finished();
    }

    @Override
    public String code() {
      return "seated";
    }
  }

  record Finished() implements Standing {
    @Override
    public String code() {
      return "finished";
    }
  }

  record Cancelled() implements Standing {
    @Override
    public String code() {
      return "cancelled";
    }
  }

  record NoShow() implements Standing {
    @Override
    public String code() {
      return "no_show";
    }
  }

  record Expired() implements Standing {
    @Override
    public String code() {
      return "expired";
    }
  }

  /**
   * A state as it was written down.
   *
   * @param until for the states that end by themselves
   */
  static Standing of(String code, Instant until) {
    return switch (code) {
      case "held" -> new Held(until);
      case "pending" -> new Pending(until);
      case "confirmed" -> new Confirmed();
      case "seated" -> new Seated();
      case "finished" -> new Finished();
      case "cancelled" -> new Cancelled();
      case "no_show" -> new NoShow();
      case "expired" -> new Expired();
      default -> throw new IllegalArgumentException("no standing is called " + code);
    };
  }

  /** Whether it is over without anybody having written that down yet. */
  default boolean lapsed(Instant now) {
    return endsBy() != null && !endsBy().isAfter(now);
  }

  /** When it ends by itself; null for states that do not. */
  default Instant endsBy() {
    return this instanceof Expiring expiring ? expiring.until() : null;
  }
}
