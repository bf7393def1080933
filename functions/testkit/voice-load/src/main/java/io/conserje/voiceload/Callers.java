package io.conserje.voiceload;

import io.conserje.voiceload.Announcer.Announced;
import io.conserje.voiceload.Playout.Stretch;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Keeps so many calls going: whoever hangs up is followed by another guest. */
final class Callers {

  /** A guest speaks and is silent for about as long: all of them are spread over it. */
  static final Duration CYCLE = Duration.ofSeconds(9);

  private static final Duration BEFORE_THE_NEXT = Duration.ofMillis(200);
  private static final Duration AFTER_A_REFUSAL = Duration.ofSeconds(2);

  private final EventLoopGroup loop;
  private final int port;
  private final Announcer announcer;
  private final HeardText heard;
  private final Beat beat;
  private final Set<GuestCall> calls = new HashSet<>();
  private Findings findings = new Findings();
  private int wanted;

  /**
   * @param loop of one thread
   * @param port of the host of calls
   */
  Callers(EventLoopGroup loop, int port, Announcer announcer, HeardText heard) {
    this.loop = loop;
    this.port = port;
    this.announcer = announcer;
    this.heard = heard;
    this.beat = new Beat(loop);
  }

  Beat beat() {
    return beat;
  }

  /** Begins as many more as are missing, one after the other. */
  void raiseTo(int number) {
    onLoop(() -> {
      int more = number - wanted;
      long between = CYCLE.toNanos() / Math.max(1, more);
      wanted = number;
      for (int i = 0; i < more; i++) {
        callAfter(i * between);
      }
      return null;
    });
  }

  /** All hang up. */
  void hangUp() {
    onLoop(() -> {
      wanted = 0;
      Set.copyOf(calls).forEach(GuestCall::hangUp);
      return null;
    });
  }

  /** What was seen since this was asked last. */
  Findings take() {
    return onLoop(() -> {
      Findings taken = findings;
      findings = new Findings();
      return taken;
    });
  }

  private <T> T onLoop(Callable<T> task) {
    return loop.submit(task).syncUninterruptibly().getNow();
  }

  Findings findings() {
    return findings;
  }

  /**
   * @param played what the guest has heard; empty where that is not known
   */
  void ended(GuestCall call, Announced announced, List<Stretch> played) {
    calls.remove(call);
    if (!played.isEmpty()) {
      heard.check(announced, played);
    }
    callAfter(BEFORE_THE_NEXT.toNanos());
  }

  void refused(Announced announced) {
    findings.refused++;
    callAfter(AFTER_A_REFUSAL.toNanos());
  }

  void lost(GuestCall call, Announced announced) {
    calls.remove(call);
    findings.lost++;
    callAfter(AFTER_A_REFUSAL.toNanos());
  }

  private void callAfter(long nanos) {
    loop.schedule(
        () -> {
          if (wanted > 0) {
            Thread.ofVirtual().start(() -> connect(announcer.announce()));
          }
        },
        nanos,
        TimeUnit.NANOSECONDS);
  }

  private void connect(Announced announced) {
    GuestCall call = new GuestCall(announced, this);
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(new Pipeline(announced, call))
        .connect(new InetSocketAddress("127.0.0.1", port));
  }

  private final class Pipeline extends ChannelInitializer<Channel> {

    private final Announced announced;
    private final GuestCall call;

    Pipeline(Announced announced, GuestCall call) {
      this.announced = announced;
      this.call = call;
    }

    @Override
    protected void initChannel(Channel channel) {
      calls.add(call);
      channel
          .pipeline()
          .addLast(new HttpClientCodec(), new HttpObjectAggregator(65_536))
          .addLast(
              new WebSocketClientProtocolHandler(
                  WebSocketClientProtocolConfig.newBuilder()
                      .webSocketUri(URI.create("ws://127.0.0.1:" + port + announced.path()))
                      .customHeaders(
                          new DefaultHttpHeaders().add("X-Twilio-Signature", announced.signature()))
                      .maxFramePayloadLength(65_536)
                      .handshakeTimeoutMillis(20_000)
                      .build()))
          .addLast(call);
    }
  }
}
