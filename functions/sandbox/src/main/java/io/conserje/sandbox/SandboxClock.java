package io.conserje.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** The clock of everything in the sandbox: set at will, running on or standing still. */
public final class SandboxClock implements InstantSource {

  /** A Friday noon in Madrid. */
  public static final String DEFAULT_NOW = "2026-11-20T12:00+01:00";

  private final InstantSource machine;
  private Instant base;
  private Instant machineAtBase;
  private boolean running;

  private SandboxClock(InstantSource machine, Instant base) {
    this.machine = machine;
    this.base = base;
    this.machineAtBase = machine.instant();
    this.running = true;
  }

  /** {@code real} is the machine's time; otherwise an instant with its offset. */
  public static SandboxClock starting(String now) {
    InstantSource machine = InstantSource.system();
    return new SandboxClock(machine, now.equals("real") ? machine.instant() : parse(now));
  }

  /** Throws an {@link IllegalArgumentException} that says what is expected. */
  public static Instant parse(String now) {
    try {
      return OffsetDateTime.parse(now).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'" + now + "' is no instant; expected something like 2026-11-20T12:00:00+01:00", e);
    }
  }

  @Override
  public synchronized Instant instant() {
    return running ? base.plus(Duration.between(machineAtBase, machine.instant())) : base;
  }

  public synchronized boolean running() {
    return running;
  }

  /** Returns whether the time went forward. */
  public synchronized boolean set(Instant now, boolean run) {
    boolean forward = now.isAfter(instant());
    base = now;
    machineAtBase = machine.instant();
    running = run;
    return forward;
  }
}
