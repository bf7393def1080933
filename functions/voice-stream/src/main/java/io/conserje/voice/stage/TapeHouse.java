package io.conserje.voice.stage;

import io.conserje.call.CallWording;
import io.conserje.call.RecordingWish;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import io.conserje.voice.record.CallRecorder;

/**
 * Records the house as it was heard, where the call is recorded: from the moment the guest has
 * heard that it may be, until they say that they do not want it.
 */
public final class TapeHouse implements Stage {

  private final CallRecorder recorder;
  private final CallSession call;
  private final Next next;
  private final String announcement;

  /** The line whose clauses come, and its text so far. */
  private int line;

  private String text = "";

  /** The line with the announcement, and where it ends in it; 0 for none that is to be heard. */
  private int announcing;

  private int end;

  public TapeHouse(CallRecorder recorder, CallSession call, Next next) {
    this.recorder = recorder;
    this.call = call;
    this.next = next;
    this.announcement = CallWording.in(call.language()).mayBeRecorded();
  }

  @Override
  public void take(Signal signal) {
    next.hand(signal);
    switch (signal) {
      case Signal.LineOpened _ -> recorder.open();
      case Signal.Clause(int number, int _, int _, String clause, boolean _) ->
          look(number, clause);
      case Signal.Played(byte[] bytes) -> recorder.house(bytes);
      case Signal.GuestSaid(String words, long _) -> {
        if (RecordingWish.refuses(words)) {
          recorder.refused();
        }
      }
      case Signal.LineClosed _ -> recorder.close();
      default -> {}
    }
    if (end > 0 && call.spoken().isHeard(announcing, end)) {
      end = 0;
      recorder.announced();
    }
  }

  /** The clauses of a line come in their order. */
  private void look(int number, String clause) {
    text = number == line ? text + clause : clause;
    line = number;
    int at = text.indexOf(announcement);
    if (at >= 0) {
      announcing = number;
      end = at + announcement.length();
    }
  }
}
