package io.conserje.call;

import io.conserje.call.HouseTalk.HeardLine;
import io.conserje.venue.Venue;
import java.util.List;
import java.util.Optional;

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

  /** What has to be said before the answer to these words. */
  synchronized Optional<String> before(String words) {
    if (wanted && RecordingWish.refuses(words)) {
      owed = false;
      return Optional.of(wording.notRecorded());
    }
    return owed ? Optional.of(wording.mayBeRecorded()) : Optional.empty();
  }
}
