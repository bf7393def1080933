package io.conserje.voice.media;

import io.conserje.voice.call.CallPipeline.Crew;
import io.conserje.voice.call.FakeDetector;
import io.conserje.voice.call.FakeEar;
import io.conserje.voice.call.FakeHouse;
import io.conserje.voice.call.FakeVoice;
import io.conserje.voice.call.LiveCalls;
import io.conserje.voice.call.SteppedThread;
import io.conserje.voice.socket.CallOnSocket;
import io.conserje.voice.socket.SocketLine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/** One end of a carrier's socket without a socket, in stepped time. */
public final class LineOnTheDesk {

  public static final String CALL = "call-1";
  public static final String GREETING = "Casa Lola, buenas tardes.";

  private static final long A_MOMENT = Duration.ofMillis(1).toNanos();

  public final SteppedThread thread = new SteppedThread();
  public final FakeEar ear = new FakeEar();
  public final FakeHouse house = new FakeHouse(GREETING, words -> "Muy bien.");
  public final List<String> sent = new ArrayList<>();
  public final CallOnSocket call;
  public boolean closed;
  private final SocketLine line;

  /** With a host of its own. */
  public LineOnTheDesk(BiFunction<CallOnSocket, Crew, SocketLine> line) {
    this(new LiveCalls(), line);
  }

  public LineOnTheDesk(LiveCalls live, BiFunction<CallOnSocket, Crew, SocketLine> line) {
    this.call = new CallOnSocket(CALL, Locale.of("es"), house, live);
    this.line = line.apply(call, new Crew(new FakeDetector(), ear, new FakeVoice()));
    this.line.opened(new Recorder(), thread);
  }

  /** As a socket has it: what is closed says so to the line. */
  private final class Recorder implements SocketLine.Out {

    @Override
    public void text(String message) {
      if (!closed) {
        sent.add(message);
      }
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        line.closed("closed by us");
      }
    }
  }

  /** A socket that was closed brings nothing more. */
  public void bring(byte[] message) {
    if (!closed) {
      line.text(message);
    }
  }

  public void bring(String message) {
    bring(message.getBytes(StandardCharsets.UTF_8));
  }

  public void breakOff() {
    closed = true;
    line.closed("connection lost");
  }

  /** Waits until the house has sent something like it. */
  public void await(String part) {
    await(() -> sent.stream().anyMatch(message -> message.contains(part)));
  }

  /**
   * Lets the call's time go on, slowly enough for other threads to do something in it, but not for
   * so long that the house would think that nobody answers while a slow machine has not come to it.
   */
  public void await(BooleanSupplier condition) {
    for (int i = 0; i < 250 && !condition.getAsBoolean(); i++) {
      thread.step(Duration.ofMillis(20));
      LockSupport.parkNanos(A_MOMENT);
    }
    thread.await(condition);
  }

  public long count(String part) {
    return sent.stream().filter(message -> message.contains(part)).count();
  }

  /** 20 ms. */
  public static String silence(int bytes, byte value) {
    byte[] frame = new byte[bytes];
    Arrays.fill(frame, value);
    return Base64.getEncoder().encodeToString(frame);
  }
}
