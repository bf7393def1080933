package io.conserje.speech;

import io.conserje.outside.LeftAlone;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who of those that hear or speak is left alone for now, by name. */
final class Circuits {

  private final Map<String, LeftAlone> circuits = new ConcurrentHashMap<>();
  private final InstantSource clock;

  Circuits(InstantSource clock) {
    this.clock = clock;
  }

  boolean lets(String name) {
    return of(name).lets(clock.instant());
  }

  void answered(String name) {
    of(name).answered();
  }

  void failed(String name, SpeechFailure why) {
    if (why.passing()) {
      of(name).failed(clock.instant());
    } else {
      of(name).leave(LeftAlone.UNTIL_PUT_RIGHT, clock.instant());
    }
  }

  private LeftAlone of(String name) {
    return circuits.computeIfAbsent(name, n -> new LeftAlone());
  }
}
