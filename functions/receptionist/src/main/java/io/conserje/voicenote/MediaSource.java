package io.conserje.voicenote;

import java.time.Duration;

/** A provider that keeps what its guests send. */
public interface MediaSource {

  /** {@code twilio}, {@code meta} … */
  String provider();

  /**
   * Fetches with the house's credentials, from the provider's own hosts only, whatever the address
   * says.
   *
   * @param mostBytes more are not read
   * @param within the whole of it
   */
  Media fetch(String address, int mostBytes, Duration within);
}
