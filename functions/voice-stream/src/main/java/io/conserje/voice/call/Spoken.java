package io.conserje.voice.call;

import io.conserje.call.HouseTalk.HeardLine;
import io.conserje.call.HouseTalk.Line;
import io.conserje.call.OpenQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the house says in a call, and how far the guest has heard it. */
public final class Spoken {

  /**
   * @param own said of itself, without being asked
   */
  private record Told(Line line, int heard, boolean over, boolean own) {

    Told heard(int characters) {
      return new Told(line, characters, over, own);
    }

    Told ended() {
      return new Told(line, heard, true, own);
    }
  }

  private final Map<Integer, Told> lines = new HashMap<>();
  private Optional<OpenQuestion> unanswered = Optional.empty();
  private int last;
  private boolean audible;
  private long aheadNanos;

  /** The number of a line that is going to be said. */
  public int add(Line line) {
    return add(line, false);
  }

  /** The same, of a line that answers nothing: "one moment", "are you still there?". */
  public int addOwn(Line line) {
    return add(line, true);
  }

  private int add(Line line, boolean own) {
    lines.put(++last, new Told(line, 0, false, own));
    return last;
  }

  /** Whether a line answers nothing; a line that was settled is taken for an answer. */
  public boolean isOwn(int number) {
    return lines.containsKey(number) && lines.get(number).own();
  }

  /** Whether the guest has heard anything of an answer since they spoke last. */
  public boolean isAnswerHeard() {
    return lines.values().stream().anyMatch(told -> !told.own() && told.heard() > 0);
  }

  /** The line that was begun last; 0 before the first. */
  public int last() {
    return last;
  }

  /**
   * @param characters from the beginning of the line's text
   */
  public void heard(int number, int characters) {
    lines.computeIfPresent(number, (_, told) -> told.heard(characters));
  }

  /** Nothing more of this line will be heard, unless it is resumed. */
  public void over(int number) {
    lines.computeIfPresent(number, (_, told) -> told.ended());
  }

  /** Whether every line so far is over. */
  public boolean isTold() {
    return lines.values().stream().allMatch(Told::over);
  }

  /** None of the lines so far will be heard any further. */
  public void dropAll() {
    lines.replaceAll((_, told) -> told.ended());
  }

  /** The same, though what was asked is not answered by it: it stays the open question. */
  public List<HeardLine> settleAndAskOn() {
    Optional<OpenQuestion> open = openQuestion();
    List<HeardLine> settled = settle();
    unanswered = open;
    return settled;
  }

  /** What would have become of all lines, were none of them heard any further. */
  public List<HeardLine> foreseen() {
    return lines.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> result(entry.getValue()))
        .toList();
  }

  /** What has become of lines that are over; each is told once. */
  public List<HeardLine> settle() {
    unanswered = Optional.empty();
    List<HeardLine> settled = new ArrayList<>();
    lines.entrySet().stream()
        .filter(entry -> entry.getValue().over())
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> settled.add(result(entry.getValue())));
    lines.values().removeIf(Told::over);
    return settled;
  }

  private static HeardLine result(Told told) {
    String text = told.line().text();
    int heard = Math.min(told.heard(), text.length());
    return new HeardLine(told.line().id(), text.substring(0, heard), heard == text.length());
  }

  /** Whether the guest has heard so much of a line that is not settled yet. */
  public boolean isHeard(int number, int characters) {
    Told told = lines.get(number);
    return told != null && told.heard() >= characters;
  }

  /** The last question the guest has heard anything of since they spoke last. */
  public Optional<OpenQuestion> openQuestion() {
    return lines.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getValue())
        .flatMap(told -> OpenQuestion.in(told.line().text(), told.heard()).stream())
        .reduce((_, later) -> later)
        .or(() -> unanswered);
  }

  /** Whether the guest hears the house, or is about to. */
  public boolean audible() {
    return audible;
  }

  /** How much sound is made and not yet heard. */
  public long aheadNanos() {
    return aheadNanos;
  }

  public void playing(boolean audible, long aheadNanos) {
    this.audible = audible;
    this.aheadNanos = aheadNanos;
  }
}
