package io.conserje.voice.call;

/**
 * One step from the guest's mouth to the guest's ear. Called on the call's thread only, and never
 * blocks; what comes back to it from others it hands on from there, too.
 */
public interface Stage {

  /** Takes what it understands and hands on what the stages after it have to know. */
  void take(Signal signal);

  /** Whoever comes after a stage. */
  interface Next {
    void hand(Signal signal);
  }

  /** Makes the stage of one call. */
  interface Making {
    Stage make(CallSession call, Next next);
  }
}
