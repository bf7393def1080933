package io.conserje.speech;

import java.util.List;

/**
 * A voice that says what it has said before out of memory: the greeting, "un momento" and their
 * like are heard at once, cost nothing, and sound even while their maker cannot be reached.
 */
public final class RememberingVoice implements SpeechVoice {

  private final SpeechVoice voice;
  private final PhraseMemory memory;

  public RememberingVoice(SpeechVoice voice, PhraseMemory memory) {
    this.voice = voice;
    this.memory = memory;
  }

  @Override
  public String name() {
    return voice.name();
  }

  @Override
  public boolean isThere() {
    return voice.isThere();
  }

  @Override
  public boolean speaks(AudioFormat format) {
    return voice.speaks(format);
  }

  @Override
  public Utterance begin(Wishes wishes, Listener listener) {
    return new RememberedUtterance(voice, memory, wishes, listener);
  }

  /** A clause as it was once said; its words count from its first byte. */
  record Phrase(List<byte[]> sound, List<TimedWord> words) {

    int bytes() {
      return sound.stream().mapToInt(piece -> piece.length).sum();
    }
  }
}
