package io.conserje.speech;

/**
 * Why nobody hears or speaks any more.
 *
 * @param passing whether the same can be asked again in a moment; otherwise somebody has to change
 *     a setting or pay
 * @param reason for the log: no words of a guest, no key
 */
public record SpeechFailure(boolean passing, String reason) {

  public static SpeechFailure passing(String reason) {
    return new SpeechFailure(true, reason);
  }

  public static SpeechFailure lasting(String reason) {
    return new SpeechFailure(false, reason);
  }
}
