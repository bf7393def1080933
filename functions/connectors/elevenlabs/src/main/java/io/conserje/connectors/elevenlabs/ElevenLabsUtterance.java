package io.conserje.connectors.elevenlabs;

import io.conserje.connectors.json.Part;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechFailure;
import io.conserje.speech.SpeechVoice;
import io.conserje.speech.TimedWord;
import io.netty.channel.EventLoop;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

/** One answer being said by ElevenLabs. Everything happens on its socket's loop. */
final class ElevenLabsUtterance implements SpeechVoice.Utterance, ReadySocket.Owner {

  /** Makes what was given so far; without it a short clause waits for more. */
  private static final String NOW = "flush";

  private final ElevenLabsAccount account;
  private final SpeechVoice.Listener listener;
  private final ReadySockets sockets;
  private final URI address;
  private final AudioFormat format;
  private final SpokenCharacters characters = new SpokenCharacters();

  /** For each clause, how many characters are spoken when it ends. */
  private final List<Integer> ends = new ArrayList<>();

  private EventLoop loop;
  private ReadySocket socket;
  private int clausesDone;
  private long given;
  private byte[] half = new byte[0];
  private boolean ended;
  private boolean over;

  ElevenLabsUtterance(
      ElevenLabsAccount account,
      SpeechVoice.Wishes wishes,
      SpeechVoice.Listener listener,
      ReadySockets sockets) {
    this.account = account;
    this.listener = listener;
    this.sockets = sockets;
    this.format = wishes.format();
    this.address = account.socket(wishes, ReadySockets.IDLE_SECONDS);
  }

  void begin() {
    ReadySockets.Taken taken = sockets.take(address, account.headers());
    loop = taken.loop();
    onLoop(() -> use(taken));
  }

  /**
   * One that was closed while it waited is nobody's trouble: another is opened on the same loop.
   */
  private void use(ReadySockets.Taken taken) {
    socket =
        taken.socket().isGood()
            ? taken.socket()
            : sockets.open(address, account.headers()).socket();
    socket.takenBy(this);
  }

  @Override
  public void say(String clause) {
    onLoop(() -> {
      String text = clause.strip();
      if (!over && !ended && !text.isEmpty()) {
        int before = ends.isEmpty() ? 0 : ends.getLast();
        ends.add(before + (int) text.chars().filter(c -> !Character.isWhitespace(c)).count());
        socket.send(Map.of("text", text + " ", NOW, true));
      }
    });
  }

  @Override
  public void end() {
    onLoop(() -> {
      if (!over && !ended) {
        ended = true;
        socket.send(Map.of("text", ""));
      }
    });
  }

  @Override
  public void cancel() {
    onLoop(() -> {
      over = true;
      socket.close();
    });
  }

  @Override
  public ScheduledExecutorService heardOn(ScheduledExecutorService usual) {
    return loop;
  }

  @Override
  public void told(Part message) {
    if (over) {
      return;
    }
    Part alignment =
        message.has("alignment") ? message.at("alignment") : message.at("normalizedAlignment");
    if (SpokenCharacters.any(alignment)) {
      tellEndedClauses();
    }
    List<TimedWord> words = characters.take(alignment, format.length(given));
    tellSound(message.text("audio"));
    tellWords(words);
    if (message.text("isFinal").equals("true")) {
      finish();
    }
  }

  /** What follows is the next clause's. */
  private void tellEndedClauses() {
    while (clausesDone < ends.size() && characters.spoken() >= ends.get(clausesDone)) {
      listener.clauseDone(clausesDone++);
    }
  }

  private void tellSound(String base64) {
    byte[] sound = base64.isEmpty() ? new byte[0] : Base64.getDecoder().decode(base64);
    byte[] all = half.length == 0 ? sound : join(half, sound);
    int whole = all.length - all.length % format.encoding().bytes();
    half = Arrays.copyOfRange(all, whole, all.length);
    if (whole > 0) {
      given += whole;
      listener.sound(whole == all.length ? all : Arrays.copyOf(all, whole));
    }
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  private void tellWords(List<TimedWord> words) {
    if (!words.isEmpty()) {
      listener.words(words);
    }
  }

  private void finish() {
    tellWords(characters.rest());
    tellEndedClauses();
    over = true;
    socket.close();
    listener.done();
  }

  /** It may close once all was said without having said so. */
  @Override
  public void lost(SpeechFailure why) {
    if (over) {
      return;
    }
    boolean allSaid = ended && !ends.isEmpty() && characters.spoken() >= ends.getLast();
    if (allSaid) {
      finish();
    } else {
      over = true;
      listener.failed(why);
    }
  }

  private void onLoop(Runnable task) {
    if (loop.inEventLoop()) {
      task.run();
    } else {
      loop.execute(task);
    }
  }
}
