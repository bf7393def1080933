package io.conserje.voice.twilio;

import io.conserje.speech.AudioFormat;
import io.conserje.voice.media.MediaWire;
import io.conserje.voice.socket.CarrierMessage;
import java.util.Optional;

/**
 * Twilio's media streams: µ-law both ways, in order.
 *
 * @param account empty for any
 * @see <a href="https://www.twilio.com/docs/voice/media-streams/websocket-messages">Twilio: media
 *     streams</a>
 */
record TwilioWire(String callId, String account) implements MediaWire {

  @Override
  public String name() {
    return TwilioDoor.PROVIDER;
  }

  @Override
  public Optional<Stream> started(CarrierMessage start) {
    String stream = start.text("start.streamSid");
    boolean ours =
        start.text("start.callSid").equals(callId)
            && stream.matches("[A-Za-z0-9]+")
            && (account.isEmpty() || start.text("start.accountSid").equals(account))
            && start.text("start.mediaFormat.encoding").equals("audio/x-mulaw")
            && start.number("start.mediaFormat.sampleRate") == AudioFormat.MULAW_8000.rate();
    return ours
        ? Optional.of(new Stream(stream, AudioFormat.MULAW_8000, AudioFormat.MULAW_8000))
        : Optional.empty();
  }

  @Override
  public boolean mixesFrames() {
    return false;
  }

  @Override
  public String play(Stream stream, String base64) {
    return "{\"event\":\"media\",\"streamSid\":\""
        + stream.id()
        + "\",\"media\":{\"payload\":\""
        + base64
        + "\"}}";
  }

  @Override
  public String mark(Stream stream, String name) {
    return "{\"event\":\"mark\",\"streamSid\":\""
        + stream.id()
        + "\",\"mark\":{\"name\":\""
        + name
        + "\"}}";
  }

  @Override
  public String clear(Stream stream) {
    return "{\"event\":\"clear\",\"streamSid\":\"" + stream.id() + "\"}";
  }
}
