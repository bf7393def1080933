package io.conserje.simulated.speech;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.conserje.simulated.speech.LineEar.Saying;
import io.conserje.simulated.speech.LineEar.TimedWord;
import io.conserje.simulated.speech.ServedSocket.Message;
import io.conserje.simulated.speech.Trouble.Kind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One socket of the simulated Deepgram. */
final class DeepgramStream implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double BETWEEN_INTERIMS = 0.2;
  private static final double BETWEEN_EMPTY = 3;
  private static final double OF_A_FRAME = 0.02;

  private final ServedSocket socket;
  private final Trouble trouble;
  private final Duration settling;
  private final double endpointing;
  private final boolean interims;
  private final LineEar ear = new LineEar();
  private final boolean isWide;
  private final WideSound wide = new WideSound();
  private final Later later = new Later();

  /** In seconds of sound. */
  private double settledTo;

  private double shownAt;
  private int settledWords;
  private long saying = -1;
  private boolean said;

  DeepgramStream(ServedSocket socket, RequestHead head, Trouble trouble, Duration settling) {
    this.socket = socket;
    this.trouble = trouble;
    this.settling = settling;
    this.isWide = SimulatedDeepgram.isWide(head);
    String asked = head.asked("endpointing");
    this.endpointing =
        asked.equals("false") ? 1e9 : asked.isEmpty() ? 0.01 : Integer.parseInt(asked) / 1000.0;
    this.interims = head.asked("interim_results").equals("true");
  }

  void serve() throws IOException {
    socket.readWithin(Duration.ofSeconds(10));
    try {
      while (take(socket.read())) {
        // The next one.
      }
    } catch (SocketTimeoutException quiet) {
      socket.close(1011, "NET-0001");
    }
  }

  private boolean take(Message message) throws IOException {
    switch (message) {
      case Message.Binary(byte[] sound) -> {
        if (sound.length == 0) {
          return goodbye();
        }
        ear.hear(isWide ? wide.toMulaw(sound) : sound);
        return !fails() && notice();
      }
      case Message.Text(String text) -> {
        return command(JSON.readTree(text).path("type").asText());
      }
      case Message.Closed _ -> {
        return false;
      }
    }
  }

  private boolean command(String type) throws IOException {
    switch (type) {
      case "Finalize" -> settle(false, true);
      case "CloseStream" -> {
        return goodbye();
      }
      case "KeepAlive" -> {}
      default -> {
        socket.close(1011, "unknown message");
        return false;
      }
    }
    return true;
  }

  private boolean goodbye() throws IOException {
    settle(false, false);
    later.after(
        settling,
        () -> {
          socket.send(JSON.writeValueAsString(metadata()));
          socket.close(1000, "");
        });
    return true;
  }

  /** Whether the trouble has come. */
  private boolean fails() throws IOException {
    if (trouble == null || ear.seconds() * 1000 < trouble.after().toMillis()) {
      return false;
    }
    if (trouble.is(Kind.LOST)) {
      socket.cut();
    } else if (trouble.is(Kind.ERROR)) {
      socket.close(1011, "NET-0000");
    }
    return trouble.is(Kind.LOST) || trouble.is(Kind.ERROR);
  }

  private boolean notice() {
    ear.saying().ifPresent(this::begin);
    if (interims && ear.seconds() - shownAt >= BETWEEN_INTERIMS && !open().isEmpty()) {
      shownAt = ear.seconds();
      tell(results(open(), false, false, false));
    }
    if (ear.silent() * OF_A_FRAME >= endpointing && !open().isEmpty()) {
      settle(true, false);
    } else if (ear.seconds() - settledTo > BETWEEN_EMPTY && ear.saying().isEmpty()) {
      settle(false, false);
    }
    if (said && ear.silent() * OF_A_FRAME >= 1) {
      said = false;
      tell(Map.of("type", "UtteranceEnd", "channel", List.of(0, 1), "last_word_end", settledTo));
    }
    return true;
  }

  private void begin(Saying now) {
    if (now.from() != saying) {
      saying = now.from();
      settledWords = 0;
      tell(
          Map.of(
              "type",
              "SpeechStarted",
              "channel",
              List.of(0, 1),
              "timestamp",
              now.from() * OF_A_FRAME));
    }
  }

  /** Words that were not told for good. */
  private List<TimedWord> open() {
    List<TimedWord> all = ear.saying().map(Saying::words).orElse(List.of());
    return all.size() <= settledWords ? List.of() : all.subList(settledWords, all.size());
  }

  private void settle(boolean endpoint, boolean asked) {
    List<TimedWord> words = List.copyOf(open());
    tell(results(words, true, endpoint, asked));
    said |= !words.isEmpty();
    settledWords += words.size();
    settledTo = ear.seconds();
  }

  private Map<String, Object> results(
      List<TimedWord> words, boolean settled, boolean endpoint, boolean asked) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", "Results");
    message.put("channel_index", List.of(0, 1));
    message.put("start", settledTo);
    message.put("duration", ear.seconds() - settledTo);
    message.put("is_final", settled);
    message.put("speech_final", endpoint);
    if (asked) {
      message.put("from_finalize", true);
    }
    message.put("channel", Map.of("alternatives", List.of(alternative(words))));
    message.put("metadata", Map.of("request_id", "r"));
    return message;
  }

  private static Map<String, Object> alternative(List<TimedWord> words) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (TimedWord word : words) {
      all.add(
          Map.of(
              "word", word.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", ""),
              "start", word.from(),
              "end", word.to(),
              "confidence", 0.98,
              "punctuated_word", word.text()));
    }
    String text = words.stream().map(TimedWord::text).collect(Collectors.joining(" "));
    return Map.of("transcript", text, "confidence", text.isEmpty() ? 0 : 0.97, "words", all);
  }

  private Map<String, Object> metadata() {
    return Map.of(
        "type", "Metadata",
        "request_id", "r",
        "transaction_key", "deprecated",
        "duration", ear.seconds(),
        "channels", 1);
  }

  private void tell(Map<String, Object> message) {
    if (trouble == null
        || !trouble.is(Kind.SILENT)
        || ear.seconds() * 1000 < trouble.after().toMillis()) {
      later.after(settling, () -> socket.send(JSON.writeValueAsString(message)));
    }
  }

  @Override
  public void close() {
    later.close();
  }
}
