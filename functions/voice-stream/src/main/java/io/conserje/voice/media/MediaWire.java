package io.conserje.voice.media;

import io.conserje.speech.AudioFormat;
import io.conserje.voice.socket.CarrierMessage;
import java.util.Optional;

/** What is particular about one call's media stream at its carrier. */
public interface MediaWire {

  /** The carrier's. */
  String name();

  /**
   * What a stream is that has started.
   *
   * @param id the carrier's, for what is sent to it; may be empty
   */
  record Stream(String id, AudioFormat hears, AudioFormat plays) {}

  /** Empty for a stream that is not this call's, or is in a form that nobody here understands. */
  Optional<Stream> started(CarrierMessage start);

  /** Whether frames may overtake one another, and be lost, on their way to us. */
  boolean mixesFrames();

  /**
   * @param base64 the sound
   */
  String play(Stream stream, String base64);

  String mark(Stream stream, String name);

  String clear(Stream stream);

  /** The shortest sound it takes, in bytes. */
  default int shortest(Stream stream) {
    return 0;
  }
}
