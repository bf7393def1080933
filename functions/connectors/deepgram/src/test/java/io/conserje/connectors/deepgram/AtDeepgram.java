package io.conserje.connectors.deepgram;

import io.conserje.connectors.websocket.ProviderSockets;
import io.conserje.simulated.speech.SimulatedDeepgram;
import io.conserje.simulated.speech.SpeechPort;
import io.conserje.simulated.speech.Utterance;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechRecognizer;
import io.conserje.speech.SpeechRecognizer.Session;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A guest who speaks, in telephone sound, to a simulated Deepgram that takes the key "key". */
abstract class AtDeepgram {

  static final String WORDS = Utterance.of("mesa").text();
  private static final int FRAME = 160;

  private static EventLoopGroup loops;

  final SimulatedDeepgram deepgram = new SimulatedDeepgram("key");
  final HeardSoFar heard = new HeardSoFar();
  private final SpeechPort port = SpeechPort.open(0, deepgram);

  @BeforeAll
  static void start() {
    loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  }

  @BeforeEach
  void atOnce() {
    deepgram.settlesAfter(Duration.ofMillis(1));
  }

  @AfterEach
  void close() {
    port.close();
  }

  @AfterAll
  static void stop() {
    loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
  }

  SpeechRecognizer recognizer(String key, String model) {
    return new DeepgramRecognizer(
        () -> new DeepgramAccount(key, port.address().toString(), model),
        new ProviderSockets(loops, NioSocketChannel.class));
  }

  static void say(Session session, String name) {
    byte[] sound = Utterance.of(name).mulaw();
    for (int at = 0; at < sound.length; at += FRAME) {
      session.push(Arrays.copyOfRange(sound, at, Math.min(sound.length, at + FRAME)));
    }
  }

  /** Each frame its own array: who is given one may change it. */
  static void silence(Session session, int frames) {
    for (int i = 0; i < frames; i++) {
      byte[] silence = new byte[FRAME];
      Arrays.fill(silence, AudioFormat.MULAW_8000.encoding().silence());
      session.push(silence);
    }
  }
}
