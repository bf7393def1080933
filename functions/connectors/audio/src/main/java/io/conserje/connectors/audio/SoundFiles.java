package io.conserje.connectors.audio;

import io.conserje.voicenote.Sound;
import io.conserje.voicenote.SoundReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Knows sound by its own bytes, whatever it is called. Opus, which is what messengers record, is
 * looked through; other formats that endpoints take are passed on as they are; what none of them
 * takes (AMR, bare AAC) is nothing anybody could play.
 */
public final class SoundFiles implements SoundReader {

  /** No compressed sound that people send each other is denser. */
  private static final int MOST_BYTES_PER_SECOND = 40_000;

  private final BooleanSupplier asWav;

  /**
   * @param asWav whether Opus is handed on decoded, for endpoints that do not take Ogg
   */
  public SoundFiles(BooleanSupplier asWav) {
    this.asWav = asWav;
  }

  @Override
  public Optional<Sound> read(byte[] bytes, Duration longest) {
    if (starts(bytes, 0, "OggS")) {
      return Optional.ofNullable(OpusSound.of(bytes, longest))
          .map(opus -> opus(bytes, opus, longest));
    }
    if (Wav.is(bytes)) {
      return Optional.ofNullable(Wav.length(bytes))
          .map(length -> new Sound(bytes, "voice.wav", "audio/wav", length, length.isZero()));
    }
    if (starts(bytes, 4, "ftyp")) {
      return passedOn(bytes, "m4a", "audio/mp4", longest);
    }
    if (isMp3(bytes)) {
      return passedOn(bytes, "mp3", "audio/mpeg", longest);
    }
    if (starts(bytes, 0, "fLaC")) {
      return passedOn(bytes, "flac", "audio/flac", longest);
    }
    return starts(bytes, 0, "\032Eß£")
        ? passedOn(bytes, "webm", "audio/webm", longest)
        : Optional.empty();
  }

  private Sound opus(byte[] bytes, OpusSound opus, Duration longest) {
    boolean tooLong = opus.length().compareTo(longest) > 0;
    boolean silent = !tooLong && opus.isSilent();
    return asWav.getAsBoolean() && !tooLong && !silent
        ? new Sound(Wav.of(opus.samples()), "voice.wav", "audio/wav", opus.length(), false)
        : new Sound(bytes, "voice.ogg", "audio/ogg", opus.length(), silent);
  }

  /**
   * How long it is only its decoder would know; what cannot be short enough is told all the same.
   */
  private static Optional<Sound> passedOn(
      byte[] bytes, String ending, String contentType, Duration longest) {
    boolean tooLong = bytes.length > longest.toSeconds() * MOST_BYTES_PER_SECOND;
    Duration length = tooLong ? longest.plusSeconds(1) : null;
    return Optional.of(new Sound(bytes, "voice." + ending, contentType, length, false));
  }

  /** A tag, or a frame of layer III; layer 0 is bare AAC. */
  private static boolean isMp3(byte[] bytes) {
    return starts(bytes, 0, "ID3")
        || (bytes.length > 3
            && (bytes[0] & 0xff) == 0xff
            && (bytes[1] & 0xe0) == 0xe0
            && (bytes[1] & 0x06) == 0x02);
  }

  private static boolean starts(byte[] bytes, int at, String sign) {
    byte[] expected = sign.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length < at + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
