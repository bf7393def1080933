package io.conserje.voice.turn;

import io.conserje.call.OpenQuestion.ExpectedAnswer;
import java.time.Duration;
import java.util.List;

/**
 * What a guest says in one turn, and when the turn is over. It has no clock of its own: moments are
 * nanoseconds of whoever tells it what is heard.
 */
public final class GuestTurn {

  public static final long NEVER = Long.MAX_VALUE;

  /** Music, or a guest who does not stop: what was understood is answered. */
  private static final long LONGEST = Duration.ofSeconds(30).toNanos();

  /** A voice that brings no words any more is somebody else's, or a noise. */
  private static final long VOICE_WITHOUT_WORDS = Duration.ofSeconds(4).toNanos();

  /** Words are told so long after they were spoken, at most. */
  private static final long RECOGNISERS_DELAY = Duration.ofMillis(450).toNanos();

  /** What is not settled may change so long, unless it is a whole answer. */
  private static final long UNSETTLED = Duration.ofMillis(600).toNanos();

  private static final long MOST_FOR_NONE = Duration.ofMillis(350).toNanos();
  private static final long MOST_FOR_LETTER = Duration.ofMillis(80).toNanos();
  private static final long SHORT = Duration.ofMillis(300).toNanos();

  private final StringBuilder words = new StringBuilder();
  private ExpectedAnswer asked = ExpectedAnswer.FREE;
  private String partial = "";
  private String keyed = "";

  /** Answered before it was settled: it still comes, and is no new turn. */
  private List<String> answered = List.of();

  private boolean voice;
  private boolean sure;
  private long voiceBegan;
  private long voiceEnded;
  private long changed;
  private long begun = NEVER;

  /** What the house waits for; it is asked again at the beginning of each turn. */
  public void expect(ExpectedAnswer asked) {
    this.asked = asked;
  }

  public void voiceBegan(long since) {
    if (!voice) {
      voiceBegan = since;
      answered = isSilent() ? answered : List.of();
    }
    voice = true;
    sure = false;
  }

  public void voiceEnded(long since) {
    voice = false;
    voiceEnded = since;
  }

  /** Whether there are words in it that are still to be answered. */
  public boolean isNews(String text) {
    return !notAnswered(text).isEmpty();
  }

  /** What is being said since the last {@link #words}. */
  public void partial(String text, long now) {
    String more = notAnswered(text);
    if (!more.isEmpty()) {
      heard(now, !more.equals(partial));
      partial = more;
      sure = false;
    }
  }

  /** The next words, for good. */
  public void words(String text, long now) {
    String more = notAnswered(text);
    answered = List.of();
    if (!more.isEmpty()) {
      heard(now, !more.equals(partial));
      partial = "";
      words.append(words.isEmpty() ? "" : " ").append(more);
    }
  }

  /** What keys say that were pressed: it ends the turn. */
  public void keyed(String text, long now) {
    heard(now, true);
    keyed = text;
  }

  /** What a recogniser settles late, of which a part was answered when it was not settled yet. */
  private String notAnswered(String text) {
    List<String> said = Words.of(text);
    int length = answered.size();
    if (length == 0 || said.size() < length || !said.subList(0, length).equals(answered)) {
      return text.strip();
    }
    List<String> more = said.subList(length, said.size());
    return ShortAnswers.isYesOrNo(more) ? "" : String.join(" ", more);
  }

  private void heard(long now, boolean change) {
    begun = Math.min(begun, now);
    changed = change || changed == 0 ? now : changed;
  }

  /**
   * What the recogniser thinks of it.
   *
   * @param sure whether it is certain that the guest has finished
   */
  public void seemsOver(boolean sure) {
    this.sure = sure;
  }

  /** Nobody settles any more what is not settled yet. */
  public void recogniserLost() {
    if (!partial.isEmpty()) {
      words(partial, changed);
    }
  }

  public boolean isSilent() {
    return words.isEmpty() && partial.isEmpty() && keyed.isEmpty();
  }

  /** All of it, as far as it is understood. */
  public String text() {
    String spoken = partial.isEmpty() ? words.toString() : (words + " " + partial).strip();
    return keyed.isEmpty() ? spoken : (spoken + " " + keyed).strip();
  }

  /** Whether it is nothing but a sign that somebody listens. */
  public boolean isListening() {
    return ShortAnswers.isListening(Words.of(text()));
  }

  /** Whether they ask for a moment and for nothing else. */
  public boolean asksToWait() {
    return AskingToWait.isAll(text());
  }

  /** Whether it is the same yes, or the same no, in other words. */
  public boolean saysAgain(String before) {
    return ShortAnswers.sayTheSame(Words.of(before), Words.of(text()));
  }

  /** When the guest's voice ended, as far as it was noticed. */
  public long voiceEnd() {
    return Math.max(voiceEnded, changed == 0 ? 0 : changed - RECOGNISERS_DELAY);
  }

  /** When the turn is over if nothing more is heard; {@link #NEVER} while there are no words. */
  public long endsAt() {
    if (isSilent()) {
      return NEVER;
    }
    long guard = begun + LONGEST;
    if (voice) {
      return Math.min(guard, changed + VOICE_WITHOUT_WORDS);
    }
    long pause = Pauses.after(text(), asked, sure && partial.isEmpty()).toNanos();
    long end = voiceEnd() + pause;
    boolean settled = partial.isEmpty() || pause < SHORT && isAllThatWasSpoken();
    return Math.min(guard, settled ? end : Math.max(end, changed + UNSETTLED));
  }

  /** Whether all of it will stay as it is understood now, as far as the guest has spoken. */
  public boolean isSettled() {
    return !isSilent() && partial.isEmpty();
  }

  /** Nobody needs so long for so few letters; the rest of it has not been told yet. */
  private boolean isAllThatWasSpoken() {
    return voiceEnded - voiceBegan <= MOST_FOR_NONE + partial.length() * MOST_FOR_LETTER;
  }

  /** Takes what was said; the next turn begins. */
  public String finish() {
    String said = text();
    answered = Words.of(partial);
    words.setLength(0);
    partial = "";
    keyed = "";
    sure = false;
    changed = 0;
    begun = NEVER;
    return said;
  }
}
