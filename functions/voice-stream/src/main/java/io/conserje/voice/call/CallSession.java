package io.conserje.voice.call;

import io.conserje.call.HouseTalk;
import io.conserje.call.TraceId;
import io.conserje.voice.carrier.Carrier;
import io.conserje.voice.carrier.Line;
import java.util.Locale;

/**
 * What the stages of one call share. They change it on the call's thread only; {@link #tally} alone
 * may be used from anywhere.
 */
public final class CallSession {

  private final String id;
  private final String trace;
  private final Locale language;
  private final CallThread thread;
  private final Line line;
  private final HouseTalk house;
  private final Tally tally;
  private final Spoken spoken = new Spoken();
  private final Tally usage = new Tally();
  private final TurnTimes times = new TurnTimes();
  private boolean over;

  /**
   * @param id the carrier's, for the log
   */
  public CallSession(
      String id, Locale language, CallThread thread, Line line, HouseTalk house, Tally tally) {
    this.id = id;
    this.trace = TraceId.of(line.name(), id);
    this.language = language;
    this.thread = thread;
    this.line = line;
    this.house = house;
    this.tally = tally;
  }

  public String id() {
    return id;
  }

  /** Of the call in traces, and what its log lines have in common. */
  public String trace() {
    return trace;
  }

  public Locale language() {
    return language;
  }

  public CallThread thread() {
    return thread;
  }

  public Line line() {
    return line;
  }

  /** Only where the sound of the call comes to us. */
  public Carrier carrier() {
    return (Carrier) line;
  }

  public HouseTalk house() {
    return house;
  }

  public Tally tally() {
    return tally;
  }

  /** What providers bill of the call, in their units, from any thread. */
  public Tally usage() {
    return usage;
  }

  public Spoken spoken() {
    return spoken;
  }

  public TurnTimes times() {
    return times;
  }

  public boolean isOver() {
    return over;
  }

  public void end() {
    over = true;
  }
}
