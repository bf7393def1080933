package io.conserje.call;

import io.conserje.call.HouseTalk.HeardLine;
import io.conserje.call.HouseTalk.Line;
import io.conserje.venue.Venue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * That a call may be recorded: said before it is, and once more where the guest spoke before they
 * had heard it. Who does not want it is told that it ends.
 */
final class Announcement {

  private final boolean wanted;
  private final CallWording wording;
  private boolean owed;

  /**
   * @param again whether the call was carried before: then nothing is owed
   */
  Announcement(Venue venue, CallWording wording, boolean again) {
    this.wanted = venue.correspondence().recording().wanted();
    this.wording = wording;
    this.owed = wanted && !again;
  }

  String greeting(String house) {
    return wanted ? wording.recordedGreeting(house) : wording.plainGreeting(house);
  }

  synchronized void heard(List<HeardLine> lines) {
    owed &= lines.stream().noneMatch(line -> line.text().contains(wording.mayBeRecorded()));
  }

  /**
   * What it puts before the answer to these words, once and never by itself.
   *
   * @param says writes down what the house says of itself
   */
  UnaryOperator<List<Line>> opening(String words, Function<String, Line> says) {
    AtomicBoolean opened = new AtomicBoolean();
    return lines ->
        lines.isEmpty() || opened.getAndSet(true)
            ? lines
            : Stream.concat(before(words).map(says).stream(), lines.stream()).toList();
  }

  private synchronized Optional<String> before(String words) {
    if (wanted && RecordingWish.refuses(words)) {
      owed = false;
      return Optional.of(wording.notRecorded());
    }
    return owed ? Optional.of(wording.mayBeRecorded()) : Optional.empty();
  }
}
