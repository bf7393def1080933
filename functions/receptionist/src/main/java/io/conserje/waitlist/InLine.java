package io.conserje.waitlist;

import java.time.Instant;
import java.util.UUID;

/**
 * Where somebody on the waitlist stands. Each state knows the moves that lead out of it and no
 * others; who has been offered a table once is never offered another.
 */
public sealed interface InLine {

  /** The name used in the database and the API. */
  String code();

  /** The table that was offered; null as long as there was none. */
  default UUID reservation() {
    return null;
  }

  record Waiting() implements InLine {

    public Offered offer(UUID reservation, Instant until) {
      return new Offered(reservation, until);
    }

    public Left leave() {
      return new Left();
    }

    public Passed pass() {
      return new Passed();
    }

    @Override
    public String code() {
      return "waiting";
    }
  }

  /** A table is held for them until then. */
  record Offered(UUID reservation, Instant until) implements InLine {

    public Booked take() {
      return new Booked(reservation);
    }

    public Declined decline() {
      return new Declined(reservation);
    }

    public Expired expire() {
      return new Expired(reservation);
    }

    @Override
    public String code() {
      return "offered";
    }
  }

  record Booked(UUID reservation) implements InLine {
    @Override
    public String code() {
      return "booked";
    }
  }

  record Declined(UUID reservation) implements InLine {
    @Override
    public String code() {
      return "declined";
    }
  }

  record Expired(UUID reservation) implements InLine {
    @Override
    public String code() {
      return "expired";
    }
  }

  record Left() implements InLine {
    @Override
    public String code() {
      return "left";
    }
  }

  /** No table became free in time. */
  record Passed() implements InLine {
    @Override
    public String code() {
      return "passed";
    }
  }

  /** A state as it was written down. */
  static InLine of(String code, UUID reservation, Instant until) {
    return switch (code) {
      case "waiting" -> new Waiting();
      case "offered" -> new Offered(reservation, until);
      case "booked" -> new Booked(reservation);
      case "declined" -> new Declined(reservation);
      case "expired" -> new Expired(reservation);
      case "left" -> new Left();
      case "passed" -> new Passed();
      default -> throw new IllegalArgumentException("nobody in line is " + code);
    };
  }
}
