package io.conserje.voice.call;

import io.conserje.speech.SpeechRecognizer;
import io.conserje.speech.TimedWord;
import java.util.List;

/**
 * What goes from stage to stage, always forwards. Moments are {@link CallThread#nanos}. A stage
 * hands on every signal it is not the last to need.
 */
public sealed interface Signal {

  /** The line is open: the house speaks first. */
  record LineOpened() implements Signal {}

  /**
   * What the guest's side sounds like, as the carrier sent it, in the format of the line.
   *
   * @param bytes nobody writes into them any more
   */
  record Sound(byte[] bytes) implements Signal {}

  /**
   * The same, decoded.
   *
   * @param samples lent until the stage returns
   */
  record Samples(byte[] bytes, short[] samples, int length) implements Signal {}

  /** A key of the guest's telephone. */
  record Key(char digit) implements Signal {}

  /**
   * Keys that belong together.
   *
   * @param digits at least one
   */
  record Keyed(String digits) implements Signal {}

  /** Everything before this mark was played, or thrown away by {@link Clear}. */
  record MarkBack(String name) implements Signal {}

  /**
   * Where the carrier speaks: the guest has interrupted it.
   *
   * @param heard what the guest heard of what was being said
   */
  record CutShort(String heard) implements Signal {}

  /** The guest, or the carrier, has ended the call. */
  record LineClosed(String reason) implements Signal {}

  /**
   * @param since when the voice began
   */
  record VoiceBegan(long since) implements Signal {}

  /**
   * @param since when the voice ended
   */
  record VoiceEnded(long since) implements Signal {}

  record Heard(SpeechRecognizer.Heard heard) implements Signal {}

  /** A voice was heard for long, and not a word of it. */
  record Unheard() implements Signal {}

  /**
   * The guest begins to speak, or to press keys: the house begins nothing new until {@link
   * GuestSaid}, {@link GuestWaits} or {@link GuestQuiet} tells what came of it.
   */
  record GuestSpeaks() implements Signal {}

  /**
   * The guest has fallen silent and will have finished soon, if nothing more is heard.
   *
   * @param words all of it so far
   */
  record GuestPauses(String words) implements Signal {}

  /** They had not finished. */
  record GuestGoesOn() implements Signal {}

  /** Nothing came of it. */
  record GuestQuiet() implements Signal {}

  /**
   * The guest has asked for a moment: nothing is to be answered, and what the house still had to
   * say is obsolete.
   */
  record GuestWaits(String words) implements Signal {}

  /** The guest speaks while the house does: it falls silent at once and keeps the rest in mind. */
  record Interrupted() implements Signal {}

  /** It was nothing: the house goes on where it was not heard any more. */
  record Resumed() implements Signal {}

  /**
   * The guest has finished. What the house still had to say is obsolete.
   *
   * @param words all of it
   * @param voiceEnded when their voice ended
   */
  record GuestSaid(String words, long voiceEnded) implements Signal {}

  /**
   * Everything that was to be said to what a guest said was handed on, in as many lines as it took.
   *
   * @param well false where no answer could be had
   */
  record Answered(boolean well) implements Signal {}

  /**
   * What the house says.
   *
   * @param line counts from 1 in each call; a line is heard whole or cut short
   */
  record Say(int line, String text) implements Signal {}

  /**
   * A part of a line that can be spoken by itself.
   *
   * @param number counts from 0 in each line
   * @param from where it begins in the line's text
   * @param last whether the line ends with it
   */
  record Clause(int line, int number, int from, String text, boolean last) implements Signal {}

  /** The next sound of a line, in the format of the line to the guest. */
  record Speech(int line, byte[] bytes) implements Signal {}

  /** When words of a line sound, from its first byte. */
  record SpeechWords(int line, List<TimedWord> words) implements Signal {}

  /** All sound of a clause was made. */
  record ClauseSpoken(int line, int number) implements Signal {}

  /**
   * All sound of a line was made.
   *
   * @param whole false where the voice failed on the way
   */
  record LineSpoken(int line, boolean whole) implements Signal {}

  /** The house has nothing more to say than what is on its way; then it leaves the call. */
  record Leave() implements Signal {}

  /**
   * Until now the guest has heard this.
   *
   * @param bytes nobody writes into them any more
   */
  record Played(byte[] bytes) implements Signal {}

  /** For the carrier. */
  record Play(byte[] bytes) implements Signal {}

  /** For the carrier: to be told of as {@link MarkBack}. */
  record Mark(String name) implements Signal {}

  /** For the carrier: what it has not played yet is not played. */
  record Clear() implements Signal {}

  /** For the carrier: our part of the call is over. */
  record HangUp() implements Signal {}
}
