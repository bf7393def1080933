package io.conserje.connectors.deepgram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.conserje.connectors.websocket.ProviderSockets;
import io.conserje.simulated.speech.SpeechPort;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechRecognizer.Session;
import io.conserje.speech.SpeechRecognizer.Wishes;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sound leaves in pieces of 60 ms, and whoever is asked for words has all of it. */
class PiecesOfSoundTest {

  private static final String FINALIZE = "{\"type\":\"Finalize\"}";
  private static final byte[] FRAME = new byte[160];

  private final NotingEar ear = new NotingEar();
  private final SpeechPort port = SpeechPort.open(0, ear);
  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private Session session;

  /** Once the socket stands it asks, since it was told to. */
  @BeforeEach
  void listen() throws InterruptedException {
    session =
        new DeepgramRecognizer(
                () -> new DeepgramAccount("key", port.address().toString(), "nova-3"),
                new ProviderSockets(loops, NioSocketChannel.class))
            .listen(
                new Wishes(AudioFormat.MULAW_8000, List.of(Locale.of("es")), List.of()), _ -> {});
    session.flush();
    assertEquals(FINALIZE, ear.next());
  }

  @AfterEach
  void close() {
    session.close();
    port.close();
    loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
  }

  @Test
  void threeFramesLeaveTogether() throws InterruptedException {
    frames(7);
    assertEquals("480", ear.next());
    assertEquals("480", ear.next());
    assertNull(ear.nothing());
  }

  @Test
  void theRestLeavesBeforeWordsAreAskedFor() throws InterruptedException {
    frames(4);
    session.flush();
    assertEquals("480", ear.next());
    assertEquals("160", ear.next());
    assertEquals(FINALIZE, ear.next());
  }

  @Test
  void theRestLeavesBeforeTheEnd() throws InterruptedException {
    frames(2);
    session.close();
    assertEquals("320", ear.next());
    assertEquals("{\"type\":\"CloseStream\"}", ear.next());
  }

  @Test
  void whereNothingWasLeftNoEmptyPieceEndsTheStream() throws InterruptedException {
    frames(3);
    session.flush();
    assertEquals("480", ear.next());
    assertEquals(FINALIZE, ear.next());
  }

  @Test
  void whatALineLeavesOpenIsSentWithTheNextSignOfLife() throws InterruptedException {
    frames(1);
    assertEquals("160", ear.next());
    assertEquals("{\"type\":\"KeepAlive\"}", ear.next());
  }

  @Test
  void textThatIsNoUtf8DoesNotLoseTheSocket() throws Exception {
    ear.tell(
        "{\"type\":\"Metadata\",\"name\":\"Jos\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    ear.tell("{\"type\":\"Metadata\"}".getBytes(StandardCharsets.UTF_8));
    frames(3);
    assertEquals("480", ear.next());
    assertNull(ear.nothing());
    assertEquals(1, ear.visits());
  }

  private void frames(int count) {
    for (int i = 0; i < count; i++) {
      session.push(FRAME);
    }
  }
}
