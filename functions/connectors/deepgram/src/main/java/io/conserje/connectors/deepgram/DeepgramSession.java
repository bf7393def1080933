package io.conserje.connectors.deepgram;

import io.conserje.connectors.websocket.JsonMessage;
import io.conserje.connectors.websocket.ProviderSocket;
import io.conserje.connectors.websocket.ProviderSockets;
import io.conserje.connectors.websocket.SocketClosed;
import io.conserje.speech.KeptSound;
import io.conserje.speech.SpeechFailure;
import io.conserje.speech.SpeechRecognizer;
import io.conserje.speech.SpeechRecognizer.Heard;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call's ear at Deepgram. Everything happens on one event loop. A socket that is lost is opened
 * once more, and hears what the lost one had not settled; the second loss within a short time is
 * told.
 */
final class DeepgramSession implements SpeechRecognizer.Session {

  private static final Logger LOG = LoggerFactory.getLogger(DeepgramSession.class);

  private static final String KEEP_ALIVE = "{\"type\":\"KeepAlive\"}";
  private static final String FINALIZE = "{\"type\":\"Finalize\"}";
  private static final String CLOSE = "{\"type\":\"CloseStream\"}";

  /** A sentence or two; what is older was settled, or is lost. */
  private static final Duration KEPT = Duration.ofSeconds(5);

  /** Deepgram takes frames of up to 250 ms. */
  private static final Duration TOLD_AGAIN_IN = Duration.ofMillis(100);

  /** Deepgram closes after ten seconds without sound. */
  private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(4);

  /** Flux counts sound alone: what a line leaves out would leave its turns open. */
  private static final Duration LONGEST_GAP = Duration.ofMillis(300);

  /** As Flux wants to be sent it. */
  private static final Duration FLUX_PIECE = Duration.ofMillis(80);

  /** Three frames of a line: what is sent costs by the message. Whoever is asked has all of it. */
  private static final Duration PIECE = Duration.ofMillis(60);

  /** It answers within a second, even where it has heard nothing. */
  private static final Duration PATIENCE = Duration.ofMillis(2_500);

  /** Who held so long is not in trouble, and may be lost once more. */
  private static final Duration HELD = Duration.ofSeconds(20);

  private static final Duration TO_SAY_GOODBYE = Duration.ofSeconds(2);

  private final DeepgramAccount account;
  private final SpeechRecognizer.Wishes wishes;
  private final SpeechRecognizer.Listener listener;
  private final ProviderSockets sockets;
  private final EventLoop loop;
  private final KeptSound kept;
  private final boolean flux;

  /** Bytes. */
  private final int whole;

  /** What is to be sent with the next piece. */
  private final ByteArrayOutputStream piece = new ByteArrayOutputStream();

  /** Bytes of silence this socket was sent that no line brought. */
  private long madeUp;

  private ProviderSocket socket;
  private Messages messages;
  private Future<?> signs;
  private long openedAt;
  private long soundAt;
  private long toldAt;
  private boolean again;
  private boolean flushWanted;
  private boolean over;

  DeepgramSession(
      DeepgramAccount account,
      SpeechRecognizer.Wishes wishes,
      SpeechRecognizer.Listener listener,
      ProviderSockets sockets) {
    this.account = account;
    this.wishes = wishes;
    this.listener = listener;
    this.sockets = sockets;
    this.loop = sockets.loop();
    this.kept = new KeptSound(wishes.format(), KEPT);
    this.flux = account.isFlux();
    this.whole = wishes.format().bytes(flux ? FLUX_PIECE : PIECE);
  }

  void begin() {
    onLoop(this::connect);
  }

  @Override
  public void push(byte[] sound) {
    onLoop(() -> hear(sound));
  }

  @Override
  public void flush() {
    onLoop(this::finish);
  }

  @Override
  public void close() {
    onLoop(this::goodbye);
  }

  private void connect() {
    if (!over) {
      openedAt = 0;
      socket = sockets.open(loop, account.listen(wishes), account.headers(), new Told());
    }
  }

  private void hear(byte[] sound) {
    if (over || sound.length == 0) {
      return;
    }
    kept.add(sound);
    soundAt = System.nanoTime();
    send(sound);
    if (socket.isStuck()) {
      drop("nobody reads what is sent");
    }
  }

  private void send(byte[] sound) {
    piece.writeBytes(sound);
    if (piece.size() >= whole) {
      sendPiece();
    }
  }

  private void sendPiece() {
    socket.send(piece.toByteArray());
    piece.reset();
  }

  /** Flux decides by itself when words are for good. */
  private void finish() {
    if (flux) {
      return;
    }
    if (over || !socket.isOpen()) {
      flushWanted = true;
      return;
    }
    sendPiece();
    socket.send(FINALIZE);
    long asked = System.nanoTime();
    loop.schedule(() -> expect(asked), PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Whoever says nothing at all after being asked is not there, though the connection stands. */
  private void expect(long asked) {
    if (!over && socket.isOpen() && openedAt < asked && toldAt < asked) {
      drop("no answer");
    }
  }

  private void drop(String reason) {
    socket.close();
    lost(SocketClosed.lost(reason));
  }

  private void lost(SocketClosed why) {
    stopSigns();
    SpeechFailure failure = DeepgramTrouble.of(why);
    boolean held = openedAt != 0 && System.nanoTime() - openedAt > HELD.toNanos();
    if (failure.passing() && why.status() == 0 && (held || !again)) {
      again = true;
      LOG.warn("Deepgram is opened again with what was not settled ({}).", failure.reason());
      connect();
    } else {
      over = true;
      listener.heard(new Heard.Lost(failure));
    }
  }

  private void goodbye() {
    if (over) {
      return;
    }
    over = true;
    stopSigns();
    sendPiece();
    socket.send(CLOSE);
    if (socket.isOpen()) {
      loop.schedule(socket::close, TO_SAY_GOODBYE.toNanos(), TimeUnit.NANOSECONDS);
    } else {
      socket.close();
    }
  }

  private void sign() {
    if (flux) {
      fillGap();
    } else if (System.nanoTime() - soundAt > BETWEEN_SIGNS.toNanos() / 2) {
      sendPiece();
      socket.send(KEEP_ALIVE);
    }
  }

  private void fillGap() {
    if (System.nanoTime() - soundAt > LONGEST_GAP.toNanos()) {
      byte[] silence = new byte[wishes.format().bytes(LONGEST_GAP)];
      Arrays.fill(silence, wishes.format().encoding().silence());
      madeUp += silence.length;
      send(silence);
    }
  }

  private void stopSigns() {
    if (signs != null) {
      signs.cancel(false);
    }
  }

  private void onLoop(Runnable task) {
    if (loop.inEventLoop()) {
      task.run();
    } else {
      loop.execute(task);
    }
  }

  /** What comes of the socket. */
  private final class Told implements ProviderSocket.Events, SpeechTold {

    @Override
    public void opened() {
      openedAt = System.nanoTime();
      messages = flux ? new FluxMessages(kept.from(), this) : new NovaMessages(kept.from(), this);
      piece.reset();
      madeUp = 0;
      kept.inPiecesOf(TOLD_AGAIN_IN).forEach(socket::send);
      long nanos = (flux ? LONGEST_GAP : BETWEEN_SIGNS).toNanos();
      signs =
          loop.scheduleAtFixedRate(DeepgramSession.this::sign, nanos, nanos, TimeUnit.NANOSECONDS);
      if (flushWanted) {
        flushWanted = false;
        finish();
      }
    }

    @Override
    public void text(String text) {
      toldAt = System.nanoTime();
      if (!over) {
        JsonMessage.read(text).ifPresent(messages::take);
      }
    }

    @Override
    public void closed(SocketClosed why) {
      if (!over) {
        lost(why);
      }
    }

    @Override
    public void heard(Heard heard) {
      listener.heard(heard);
    }

    @Override
    public void settled(Duration upTo) {
      kept.forget(upTo.minus(wishes.format().length(madeUp)));
    }

    @Override
    public void failed(String reason) {
      if (!over) {
        drop(reason);
      }
    }
  }
}
