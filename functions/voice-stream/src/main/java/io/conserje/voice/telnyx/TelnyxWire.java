package io.conserje.voice.telnyx;

import io.conserje.call.CallPlan;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.AudioFormat.Encoding;
import io.conserje.voice.media.MediaWire;
import io.conserje.voice.socket.CarrierMessage;
import java.time.Duration;
import java.util.Optional;

/**
 * Telnyx's media streams ({@code rtp} both ways). What we hear is in whatever form the stream says
 * when it starts, what we play in the one that was asked for.
 *
 * @param callId of the guest's leg, as the plan that the call brings back has it
 * @see <a
 *     href="https://developers.telnyx.com/api-reference/websockets/stream-call-media-over-websocket">Telnyx:
 *     stream call media</a>
 */
record TelnyxWire(String callId, AudioFormat plays) implements MediaWire {

  /** The least that one message may hold. */
  private static final Duration SHORTEST = Duration.ofMillis(20);

  @Override
  public String carrier() {
    return TelnyxDoor.PROVIDER;
  }

  /** The start does not name the leg; what we gave the call to bring back does. */
  @Override
  public Optional<Stream> started(CarrierMessage start) {
    boolean ours =
        CallPlan.of(CallPlan.read(start.text("start.client_state")))
            .filter(plan -> plan.leg().equals(callId))
            .filter(plan -> plan.control().equals(start.text("start.call_control_id")))
            .isPresent();
    Optional<AudioFormat> hears =
        format(
            start.text("start.media_format.encoding"),
            start.number("start.media_format.sample_rate"));
    return hears
        .filter(_ -> ours)
        .map(format -> new Stream(start.text("stream_id"), format, plays));
  }

  /** Empty for a codec that is not taken here. */
  static Optional<AudioFormat> format(String codec, int rate) {
    return switch (codec) {
      case "PCMU" -> telephone(Encoding.MULAW, rate);
      case "PCMA" -> telephone(Encoding.ALAW, rate);
      case "L16" ->
          rate == 8_000 || rate == 16_000
              ? Optional.of(new AudioFormat(Encoding.LINEAR16, rate))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<AudioFormat> telephone(Encoding encoding, int rate) {
    return rate == 8_000 ? Optional.of(new AudioFormat(encoding, rate)) : Optional.empty();
  }

  @Override
  public boolean mixesFrames() {
    return true;
  }

  @Override
  public String play(Stream stream, String base64) {
    return "{\"event\":\"media\",\"media\":{\"payload\":\"" + base64 + "\"}}";
  }

  @Override
  public String mark(Stream stream, String name) {
    return "{\"event\":\"mark\",\"mark\":{\"name\":\"" + name + "\"}}";
  }

  @Override
  public String clear(Stream stream) {
    return "{\"event\":\"clear\"}";
  }

  @Override
  public int shortest(Stream stream) {
    return stream.plays().bytes(SHORTEST);
  }
}
