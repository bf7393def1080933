package io.conserje.call;

import io.conserje.speech.AudioFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * In which form a telephone company is asked to bring the sound of a call and to take it, where it
 * can be asked. The address of the sound says so behind the token, so that whoever takes the sound
 * knows what was asked for this call.
 */
public enum SoundForm {
  PCMU(AudioFormat.MULAW_8000),
  PCMA(AudioFormat.ALAW_8000),
  L16(AudioFormat.LINEAR_16000);

  private final AudioFormat format;

  SoundForm(AudioFormat format) {
    this.format = format;
  }

  public AudioFormat format() {
    return format;
  }

  /** Behind the token in an address; nothing for the usual form. */
  public String path() {
    return this == PCMU ? "" : "/" + name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param name as in an address, without the slash, or as in a setting; nothing is the usual form
   */
  public static Optional<SoundForm> of(String name) {
    return name.isEmpty()
        ? Optional.of(PCMU)
        : Arrays.stream(values()).filter(form -> form.name().equalsIgnoreCase(name)).findFirst();
  }
}
