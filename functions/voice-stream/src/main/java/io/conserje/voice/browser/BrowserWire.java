package io.conserje.voice.browser;

import io.conserje.call.BeginBrowserCall;
import io.conserje.speech.AudioFormat;
import io.conserje.voice.media.MediaWire;
import io.conserje.voice.socket.CarrierMessage;
import java.util.Optional;

/**
 * A browser's stream, worded like the carriers': 16 kHz both ways, 16 bits with the lower byte
 * first. Nothing but the socket tells that its call is over.
 */
enum BrowserWire implements MediaWire {
  INSTANCE;

  @Override
  public String carrier() {
    return BeginBrowserCall.PROVIDER;
  }

  @Override
  public Optional<Stream> started(CarrierMessage start) {
    boolean known =
        start.text("start.media_format.encoding").equals("L16")
            && start.number("start.media_format.sample_rate") == AudioFormat.LINEAR_16000.rate();
    return known
        ? Optional.of(new Stream("", AudioFormat.LINEAR_16000, AudioFormat.LINEAR_16000))
        : Optional.empty();
  }

  @Override
  public boolean mixesFrames() {
    return false;
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
  public boolean endsTheCall() {
    return true;
  }
}
