package io.conserje.voice.twilio;

import io.conserje.call.HouseTalk;
import io.conserje.speech.AudioFormat;
import io.conserje.voice.call.CallPipeline;
import io.conserje.voice.call.CallPipeline.Crew;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.CallThread;
import io.conserje.voice.call.LiveCalls;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Tally;
import io.conserje.voice.carrier.Carrier;
import io.conserje.voice.socket.SocketLine;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call whose sound Twilio brings. A frame that cannot be read is counted, and the next one is
 * read; a stream that is not the announced call's is closed.
 */
final class TwilioLine implements SocketLine, Carrier {

  private static final Logger LOG = LoggerFactory.getLogger(TwilioLine.class);
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private static final Duration UNTIL_IT_STARTS = Duration.ofSeconds(10);

  private final String callId;
  private final String account;
  private final Locale language;
  private final HouseTalk house;
  private final Crew crew;
  private final LiveCalls live;
  private final Tally tally = new Tally();

  private Out out;
  private CallThread thread;
  private String stream = "";

  /** Null until the stream has started. */
  private CallPipeline pipeline;

  /**
   * @param account empty for any
   */
  TwilioLine(
      String callId, String account, Locale language, HouseTalk house, Crew crew, LiveCalls live) {
    this.callId = callId;
    this.account = account;
    this.language = language;
    this.house = house;
    this.crew = crew;
    this.live = live;
  }

  @Override
  public void opened(Out out, CallThread thread) {
    this.out = out;
    this.thread = thread;
    thread.after(UNTIL_IT_STARTS, this::closeUnstarted);
  }

  private void closeUnstarted() {
    if (pipeline == null) {
      out.close();
    }
  }

  @Override
  public void text(byte[] message) {
    try {
      take(TwilioFrame.read(message));
    } catch (IllegalArgumentException unreadable) {
      tally.count("frame_unreadable");
    }
  }

  private void take(TwilioFrame frame) {
    switch (frame) {
      case TwilioFrame.Start start -> start(start);
      case TwilioFrame.Media(byte[] sound) -> hand(new Signal.Sound(sound));
      case TwilioFrame.Mark(String name) -> hand(new Signal.MarkBack(name));
      case TwilioFrame.Digit(char digit) -> hand(new Signal.Key(digit));
      case TwilioFrame.Stop _ -> hand(new Signal.LineClosed("stopped"));
      case TwilioFrame.Other _ -> {}
    }
  }

  /** What comes before the start, or after the stop, belongs to nothing. */
  private void hand(Signal signal) {
    if (pipeline == null) {
      tally.count("frame_out_of_order");
    } else {
      pipeline.take(signal);
    }
  }

  private void start(TwilioFrame.Start start) {
    if (pipeline != null) {
      tally.count("frame_out_of_order");
      return;
    }
    boolean ours =
        start.call().equals(callId)
            && start.stream().matches("[A-Za-z0-9]+")
            && (account.isEmpty() || start.account().equals(account))
            && start.encoding().equals("audio/x-mulaw")
            && start.rate() == hears().rate();
    if (!ours) {
      LOG.warn("A stream of another call, account or format is closed.");
      out.close();
      return;
    }
    if (!live.begin(callId)) {
      LOG.warn("A second stream of a call, or one for a host that is leaving, is closed.");
      out.close();
      return;
    }
    stream = start.stream();
    CallSession call = new CallSession(callId, language, thread, this, house, tally);
    pipeline = CallPipeline.of(call, crew);
    pipeline.take(new Signal.LineOpened());
  }

  @Override
  public void closed(String reason) {
    if (pipeline != null) {
      pipeline.take(new Signal.LineClosed(reason));
      live.end(callId);
    }
    LOG.atInfo()
        .addKeyValue("call", callId)
        .addKeyValue("counts", tally.counts().toString())
        .log("The sound of a call has ended: {}.", reason);
  }

  @Override
  public String name() {
    return TwilioDoor.PROVIDER;
  }

  @Override
  public AudioFormat hears() {
    return AudioFormat.MULAW_8000;
  }

  @Override
  public AudioFormat plays() {
    return AudioFormat.MULAW_8000;
  }

  @Override
  public void play(byte[] sound) {
    out.text(
        "{\"event\":\"media\",\"streamSid\":\""
            + stream
            + "\",\"media\":{\"payload\":\""
            + BASE64.encodeToString(sound)
            + "\"}}");
  }

  @Override
  public void mark(String name) {
    out.text(
        "{\"event\":\"mark\",\"streamSid\":\""
            + stream
            + "\",\"mark\":{\"name\":\""
            + name
            + "\"}}");
  }

  @Override
  public void clear() {
    out.text("{\"event\":\"clear\",\"streamSid\":\"" + stream + "\"}");
  }

  /** Twilio asks next what the TwiML behind the stream says: by then it is noted why. */
  @Override
  public void hangUp() {
    Thread.ofVirtual()
        .name("call-leave")
        .start(() -> {
          try {
            house.leave();
          } catch (RuntimeException fault) {
            LOG.error("Why the house leaves a call could not be noted.", fault);
          } finally {
            thread.run(out::close);
          }
        });
  }
}
