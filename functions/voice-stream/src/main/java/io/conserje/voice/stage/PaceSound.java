package io.conserje.voice.stage;

import io.conserje.connectors.audio.line.Fade;
import io.conserje.speech.AudioFormat;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.CallThread.Timer;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import io.conserje.voice.call.TurnTimes.Moment;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps the carrier a little ahead of what the guest hears, so that a pause of ours is not heard,
 * and knows what was heard: a mark follows every piece. When the guest interrupts, the carrier
 * forgets the rest, and it is kept here in case the interruption was none.
 */
public final class PaceSound implements Stage {

  private static final Duration PIECE = Duration.ofMillis(100);
  private static final Duration MOST_LEAD = Duration.ofMillis(400);
  private static final Duration LONGEST_LEAVING = Duration.ofSeconds(30);
  private static final Duration LEAST_LEAD = Duration.ofMillis(250);

  private final CallSession call;
  private final Next next;
  private final AudioFormat format;
  private final PlayedClock played;

  /** In the order in which they are said; a line leaves when it was heard. */
  private final Deque<LineSound> lines = new ArrayDeque<>();

  private Timer wake = Timer.NONE;
  private boolean held;

  /** What comes next may begin in the middle of a word. */
  private boolean inTheMiddle;

  private boolean leaving;

  public PaceSound(CallSession call, Next next) {
    this.call = call;
    this.next = next;
    this.format = call.carrier().plays();
    this.played = new PlayedClock(format);
  }

  @Override
  public void take(Signal signal) {
    switch (signal) {
      case Signal.Clause(int line, int _, int from, String text, boolean _) ->
          line(line).text().add(from, text);
      case Signal.Speech(int line, byte[] bytes) -> {
        line(line).add(bytes);
        pump();
      }
      case Signal.SpeechWords(int line, var words) -> line(line).text().wordsSound(words);
      case Signal.ClauseSpoken(int line, int number) ->
          line(line).text().clauseEnds(number, line(line).made());
      case Signal.LineSpoken(int line, boolean whole) -> {
        line(line).complete(whole);
        pump();
        settle();
      }
      case Signal.MarkBack(String name) -> marked(name);
      case Signal.Interrupted _ -> hold();
      case Signal.Resumed _ -> {
        held = false;
        inTheMiddle = true;
        pump();
      }
      case Signal.GuestSaid _, Signal.GuestWaits _, Signal.LineClosed _ -> drop();
      case Signal.Leave _ -> {
        leaving = true;
        call.thread().after(LONGEST_LEAVING, this::leaveNow);
        leave();
      }
      default -> {}
    }
    tell();
    next.hand(signal);
  }

  /** Lines come in the order of their numbers. */
  private LineSound line(int number) {
    for (LineSound line : lines) {
      if (line.number() == number) {
        return line;
      }
    }
    LineSound line = new LineSound(number, new LineText(format));
    lines.add(line);
    return line;
  }

  /** Gives the carrier what it should have by now, and comes back in time for more. */
  private void pump() {
    wake.cancel();
    wake = Timer.NONE;
    if (held) {
      return;
    }
    long now = call.thread().nanos();
    for (LineSound line : lines) {
      while (isDue(line, played.lead(now))) {
        send(line, now);
      }
      if (!line.isSent()) {
        break;
      }
    }
    if (played.lead(now).compareTo(LEAST_LEAD) > 0 && hasMore()) {
      wake = call.thread().after(played.lead(now).minus(LEAST_LEAD), this::again);
    }
  }

  /** Less than a whole piece waits for more, as long as the carrier has enough. */
  private boolean isDue(LineSound line, Duration lead) {
    boolean whole = line.isComplete() || line.unsent() >= format.bytes(PIECE);
    return line.unsent() > 0 && lead.compareTo(whole ? MOST_LEAD : LEAST_LEAD) < 0;
  }

  private void again() {
    pump();
    tell();
  }

  private boolean hasMore() {
    return lines.stream().anyMatch(line -> line.unsent() > 0);
  }

  private void send(LineSound line, long now) {
    int piece = format.bytes(PIECE);
    byte[] bytes = line.next(piece);
    if (inTheMiddle) {
      Fade.in(format, bytes);
      inTheMiddle = false;
    }
    next.hand(new Signal.Play(bytes));
    next.hand(new Signal.Mark(played.sent(line.number(), line.sent(), bytes, now)));
    note(Moment.SENT, line.number(), now);
  }

  /** What the house says of itself is no answer. */
  private void note(Moment moment, int line, long at) {
    if (!call.spoken().isOwn(line)) {
      call.times().note(moment, at);
    }
  }

  private void marked(String name) {
    long now = call.thread().nanos();
    PlayedClock.Place heard = played.marked(name, now);
    if (heard == null) {
      call.tally().count("mark_not_counted");
      return;
    }
    note(Moment.HEARD, heard.line(), heard.pieceBegan());
    heard.sound().forEach(sound -> next.hand(new Signal.Played(sound)));
    for (LineSound line : lines) {
      if (line.number() == heard.line()) {
        line.heardUpTo(heard.bytes());
      }
    }
    settle();
    pump();
  }

  /** Lines that were heard to their end are over. */
  private void settle() {
    while (!lines.isEmpty() && lines.peek().isHeard()) {
      LineSound line = lines.poll();
      call.spoken().heard(line.number(), line.heardCharacters());
      call.spoken().over(line.number());
    }
    leave();
  }

  /** Once everything was heard. */
  private void leave() {
    if (leaving && lines.isEmpty() && call.spoken().isTold()) {
      leaving = false;
      next.hand(new Signal.HangUp());
    }
  }

  /** Whatever is still not heard. */
  private void leaveNow() {
    if (leaving && !call.isOver()) {
      leaving = false;
      call.tally().count("left_unheard_to_the_end");
      next.hand(new Signal.HangUp());
    }
  }

  private void hold() {
    held = true;
    wake.cancel();
    PlayedClock.Place heard = played.cleared(call.thread().nanos());
    if (heard != null) {
      heard.sound().forEach(sound -> next.hand(new Signal.Played(sound)));
    }
    for (LineSound line : lines) {
      if (heard != null && line.number() == heard.line()) {
        line.heardUpTo(heard.bytes());
      }
      line.rewind();
      call.spoken().heard(line.number(), line.heardCharacters());
    }
    settle();
    next.hand(new Signal.Clear());
  }

  private void drop() {
    wake.cancel();
    lines.clear();
    held = false;
    inTheMiddle = false;
    leave();
  }

  private void tell() {
    long ahead = 0;
    boolean audible = false;
    for (LineSound line : lines) {
      ahead += format.length(line.made() - line.heard()).toNanos();
      audible |= line.made() > line.heard();
    }
    call.spoken().playing(audible && !held, ahead);
  }
}
