package io.conserje.voice.media;

import io.conserje.speech.AudioFormat;
import io.conserje.voice.call.CallPipeline;
import io.conserje.voice.call.CallPipeline.Crew;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.CallThread;
import io.conserje.voice.call.Signal;
import io.conserje.voice.carrier.Carrier;
import io.conserje.voice.media.MediaWire.Stream;
import io.conserje.voice.socket.CallOnSocket;
import io.conserje.voice.socket.CarrierMessage;
import io.conserje.voice.socket.SocketLine;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call whose sound comes over a media stream. A frame that cannot be read is counted, and the
 * next one is read; a stream that is not the announced call's is closed.
 */
public final class MediaLine implements SocketLine, Carrier {

  private static final Logger LOG = LoggerFactory.getLogger(MediaLine.class);
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private final CallOnSocket call;
  private final MediaWire wire;
  private final Crew crew;

  /** Null until it has started. */
  private Stream stream;

  /** Null where the carrier keeps the order, and until it has started. */
  private FramesInOrder frames;

  public MediaLine(CallOnSocket call, MediaWire wire, Crew crew) {
    this.call = call;
    this.wire = wire;
    this.crew = crew;
  }

  @Override
  public void opened(Out out, CallThread thread) {
    call.opened(out, thread);
  }

  @Override
  public void text(byte[] message) {
    call.read(() -> take(CarrierMessage.read(message)));
  }

  private void take(CarrierMessage message) {
    switch (message.event()) {
      case "media" -> media(message);
      case "mark" -> call.hand(new Signal.MarkBack(message.text("mark.name")));
      case "dtmf" -> key(message.text("dtmf.digit"));
      case "start" -> start(message);
      case "stop" -> stop();
      case "error" -> trouble(message);
      default -> {}
    }
  }

  private void media(CarrierMessage message) {
    byte[] sound = message.sound();
    if (sound.length == 0 || isBroken(sound)) {
      return;
    }
    if (frames == null) {
      call.hand(new Signal.Sound(sound));
    } else {
      frames.take(message.chunk(), sound);
    }
  }

  /** Half a sample would make noise of all that comes after it. */
  private boolean isBroken(byte[] sound) {
    boolean broken = stream != null && sound.length % stream.hears().encoding().bytes() != 0;
    if (broken) {
      call.tally().count("frame_unreadable");
    }
    return broken;
  }

  private void key(String digit) {
    if (digit.length() == 1) {
      call.hand(new Signal.Key(digit.charAt(0)));
    }
  }

  private void start(CarrierMessage message) {
    if (call.hasBegun()) {
      call.tally().count("frame_out_of_order");
      return;
    }
    Optional<Stream> started = wire.started(message);
    if (started.isEmpty()) {
      call.refuse("a stream of another call, account or format.");
      return;
    }
    stream = started.get();
    if (wire.mixesFrames()) {
      Consumer<byte[]> hears = sound -> call.hand(new Signal.Sound(sound));
      MissingSound missing = new MissingSound(stream.hears());
      frames = new FramesInOrder(call.thread(), call.tally(), missing, hears);
    }
    call.begin(() -> CallPipeline.of(session(), crew));
  }

  private CallSession session() {
    return new CallSession(
        call.callId(), call.language(), call.thread(), this, call.house(), call.tally());
  }

  private void stop() {
    if (frames != null) {
      frames.close();
    }
    call.hand(new Signal.LineClosed("stopped"));
  }

  /** It concerns one message of ours; the stream goes on. */
  private void trouble(CarrierMessage message) {
    call.tally().count("carrier_complains");
    LOG.atWarn()
        .addKeyValue("call", call.callId())
        .addKeyValue("code", message.number("payload.code"))
        .log("The carrier of a call could not use what it was sent.");
  }

  @Override
  public void closed(String reason) {
    if (frames != null) {
      frames.close();
    }
    call.closed(reason);
    if (wire.endsTheCall()) {
      call.over();
    }
  }

  @Override
  public String name() {
    return wire.carrier();
  }

  @Override
  public AudioFormat hears() {
    return stream.hears();
  }

  @Override
  public AudioFormat plays() {
    return stream.plays();
  }

  @Override
  public void play(byte[] sound) {
    int shortest = wire.shortest(stream);
    byte[] whole = sound.length >= shortest ? sound : padded(sound, shortest);
    call.send(wire.play(stream, BASE64.encodeToString(whole)));
  }

  private byte[] padded(byte[] sound, int length) {
    byte[] padded = Arrays.copyOf(sound, length);
    Arrays.fill(padded, sound.length, length, stream.plays().encoding().silence());
    return padded;
  }

  @Override
  public void mark(String name) {
    call.send(wire.mark(stream, name));
  }

  @Override
  public void clear() {
    call.send(wire.clear(stream));
  }

  @Override
  public void hangUp() {
    call.leave();
  }
}
