package io.conserje.simulated.speech;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.conserje.simulated.speech.LineEar.Saying;
import io.conserje.simulated.speech.LineEar.TimedWord;
import io.conserje.simulated.speech.ServedSocket.Message;
import io.conserje.simulated.speech.Trouble.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One socket of the simulated Flux: it tells turns, each with all of its words every time, and
 * counts nothing but sound.
 */
final class FluxStream implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double OF_A_FRAME = 0.02;
  private static final double BETWEEN_UPDATES = 0.24;
  private static final double EAGER = 0.3;
  private static final double SURE = 0.6;

  private final ServedSocket socket;
  private final Trouble trouble;
  private final Duration settling;
  private final boolean eager;
  private final LineEar ear = new LineEar();
  private final boolean isWide;
  private final WideSound wide = new WideSound();
  private final Later later = new Later();

  private int sequence;
  private int turn;
  private long saying = -1;

  /** Of what is being said, how many words belong to turns that are over. */
  private int before;

  private double turnFrom;
  private double updatedAt;
  private boolean begun;
  private boolean thoughtOver;

  FluxStream(ServedSocket socket, RequestHead head, Trouble trouble, Duration settling) {
    this.socket = socket;
    this.trouble = trouble;
    this.settling = settling;
    this.isWide = SimulatedDeepgram.isWide(head);
    this.eager = !head.asked("eager_eot_threshold").isEmpty();
  }

  void serve() throws IOException {
    tell(Map.of("type", "Connected", "request_id", "r", "sequence_id", sequence++));
    while (take(socket.read())) {
      // The next one.
    }
  }

  private boolean take(Message message) throws IOException {
    return switch (message) {
      case Message.Binary(byte[] sound) -> {
        ear.hear(isWide ? wide.toMulaw(sound) : sound);
        yield !fails() && notice();
      }
      case Message.Text(String text) -> command(JSON.readTree(text).path("type").asText());
      case Message.Closed _ -> false;
    };
  }

  private boolean command(String type) throws IOException {
    if (type.equals("CloseStream")) {
      event("Update");
      later.after(settling, () -> socket.close(1000, ""));
      return true;
    }
    fail("UNPARSABLE_CLIENT_MESSAGE");
    return false;
  }

  private boolean fails() throws IOException {
    if (trouble == null || ear.seconds() * 1000 < trouble.after().toMillis()) {
      return false;
    }
    if (trouble.is(Kind.LOST)) {
      socket.cut();
    } else if (trouble.is(Kind.ERROR)) {
      fail("INTERNAL_SERVER_ERROR");
    }
    return trouble.is(Kind.LOST) || trouble.is(Kind.ERROR);
  }

  private void fail(String code) throws IOException {
    socket.send(
        JSON.writeValueAsString(
            Map.of("type", "Error", "sequence_id", sequence++, "code", code, "description", "")));
    socket.close(1011, "");
  }

  private boolean notice() {
    ear.saying().filter(now -> now.from() != saying).ifPresent(this::begin);
    boolean words = !words().isEmpty();
    double silent = ear.silent() * OF_A_FRAME;
    if (words && !begun) {
      begun = true;
      event("StartOfTurn");
    } else if (thoughtOver && silent == 0) {
      thoughtOver = false;
      event("TurnResumed");
    } else if (begun && silent >= SURE) {
      end();
    } else if (eager && begun && !thoughtOver && silent >= EAGER) {
      thoughtOver = true;
      event("EagerEndOfTurn");
    } else if (ear.seconds() - updatedAt >= BETWEEN_UPDATES && silent < SURE) {
      event("Update");
    }
    return true;
  }

  private void begin(Saying now) {
    saying = now.from();
    before = 0;
  }

  private void end() {
    event("EndOfTurn");
    before += words().size();
    turn++;
    turnFrom = ear.seconds();
    begun = false;
    thoughtOver = false;
  }

  private List<TimedWord> words() {
    List<TimedWord> all = ear.saying().map(Saying::words).orElse(List.of());
    return all.size() <= before ? List.of() : all.subList(before, all.size());
  }

  private void event(String event) {
    List<TimedWord> words = words();
    updatedAt = ear.seconds();
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", "TurnInfo");
    message.put("request_id", "r");
    message.put("sequence_id", sequence++);
    message.put("event", event);
    message.put("turn_index", turn);
    message.put("audio_window_start", turnFrom);
    message.put("audio_window_end", ear.seconds());
    message.put("transcript", words.stream().map(TimedWord::text).collect(Collectors.joining(" ")));
    message.put(
        "words",
        words.stream().map(word -> Map.of("word", word.text(), "confidence", 0.97)).toList());
    message.put("end_of_turn_confidence", event.equals("EndOfTurn") ? 0.9 : 0.1);
    tell(message);
  }

  private void tell(Map<String, Object> message) {
    boolean silent =
        trouble != null
            && trouble.is(Kind.SILENT)
            && ear.seconds() * 1000 >= trouble.after().toMillis();
    if (!silent) {
      later.after(settling, () -> socket.send(JSON.writeValueAsString(message)));
    }
  }

  @Override
  public void close() {
    later.close();
  }
}
