package io.conserje.voice.socket;

import io.conserje.call.HouseTalk;
import io.conserje.voice.call.CallPipeline;
import io.conserje.voice.call.CallThread;
import io.conserje.voice.call.LiveCalls;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Tally;
import io.conserje.voice.socket.SocketLine.Out;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every socket of a call has to see to, whoever brings it and whatever goes over it: that it
 * begins in time and once, that what comes before and after belongs to nothing, and that it ends.
 */
public final class CallOnSocket implements LiveCalls.Carried {

  private static final Logger LOG = LoggerFactory.getLogger(CallOnSocket.class);

  private static final Duration UNTIL_IT_STARTS = Duration.ofSeconds(10);

  private final String callId;
  private final Locale language;
  private final HouseTalk house;
  private final LiveCalls live;
  private final Tally tally = new Tally();

  private Out out;
  private CallThread thread;
  private boolean over;

  /** Null until the call has begun. */
  private CallPipeline pipeline;

  /**
   * @param callId the carrier's
   */
  public CallOnSocket(String callId, Locale language, HouseTalk house, LiveCalls live) {
    this.callId = callId;
    this.language = language;
    this.house = house;
    this.live = live;
  }

  public String callId() {
    return callId;
  }

  public Locale language() {
    return language;
  }

  public HouseTalk house() {
    return house;
  }

  public Tally tally() {
    return tally;
  }

  public CallThread thread() {
    return thread;
  }

  /** The socket is there; what it is for has to be said soon. */
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

  public void send(String message) {
    out.text(message);
  }

  /**
   * The call begins; one that another socket carried goes on here.
   *
   * @param made is made only where it does begin
   */
  public void begin(Supplier<CallPipeline> made) {
    if (!live.begin(callId, this)) {
      LOG.warn("A call that begins on a host that is leaving is closed.");
      out.close();
      return;
    }
    pipeline = made.get();
    pipeline.take(new Signal.LineOpened());
  }

  public boolean hasBegun() {
    return pipeline != null;
  }

  /** What comes before the beginning, or after the end, belongs to nothing. */
  public void hand(Signal signal) {
    if (pipeline == null || over) {
      tally.count("frame_out_of_order");
    } else {
      over = signal instanceof Signal.LineClosed;
      pipeline.take(signal);
    }
  }

  /** It is not the call that was announced, or not in a form anybody here understands. */
  public void refuse(String why) {
    LOG.warn("A socket is closed: {}", why);
    out.close();
  }

  /** A frame that cannot be read loses itself, and nothing else. */
  public void read(Runnable frame) {
    try {
      frame.run();
    } catch (IllegalArgumentException unreadable) {
      tally.count("frame_unreadable");
    }
  }

  /** May be called from any thread. */
  @Override
  public void replaced() {
    thread.run(() -> {
      tally.count("replaced");
      out.close();
    });
  }

  public void closed(String reason) {
    if (pipeline != null) {
      pipeline.take(new Signal.LineClosed(reason));
      live.end(callId, this);
    }
    LOG.atInfo()
        .addKeyValue("call", callId)
        .addKeyValue("counts", tally.counts().toString())
        .log("The sound of a call has ended: {}.", reason);
  }

  /** Whoever leads the call at its carrier goes on with it: by then it is noted why. */
  public void leave() {
    leave(() -> {});
  }

  /**
   * @param farewell what the carrier is to be told before the socket is closed
   */
  public void leave(Runnable farewell) {
    Thread.ofVirtual()
        .name("call-leave")
        .start(() -> {
          try {
            house.leave();
          } catch (RuntimeException fault) {
            LOG.error("Why the house leaves a call could not be noted.", fault);
          } finally {
            thread.run(farewell);
            thread.run(out::close);
          }
        });
  }
}
