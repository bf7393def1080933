package io.conserje.simulated.speech;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conserje.simulated.speech.ServedSocket.Message;
import io.conserje.simulated.speech.Trouble.Kind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One socket of the simulated ElevenLabs: one utterance. */
final class ElevenLabsStream implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Without being asked it waits for as many characters. */
  private static final int SCHEDULE = 120;

  /** Characters whose sound comes in one message, much faster than it sounds. */
  private static final int AT_ONCE = 12;

  private static final Duration BETWEEN = Duration.ofMillis(5);

  private final ServedSocket socket;
  private final SimulatedElevenLabs provider;
  private final List<String> texts;
  private final boolean auto;
  private final boolean isWide;
  private final int idleSeconds;
  private final Later later = new Later();
  private final StringBuilder waiting = new StringBuilder();
  private Trouble trouble;
  private boolean begun;
  private boolean speaking;
  private long madeMillis;
  private boolean failed;

  ElevenLabsStream(
      ServedSocket socket, RequestHead head, SimulatedElevenLabs provider, List<String> texts) {
    this.socket = socket;
    this.provider = provider;
    this.texts = texts;
    this.isWide = SimulatedElevenLabs.isWide(head);
    this.auto = head.asked("auto_mode").equals("true");
    String idle = head.asked("inactivity_timeout");
    this.idleSeconds = idle.isEmpty() ? 20 : Math.min(180, Integer.parseInt(idle));
  }

  void serve() throws IOException {
    socket.readWithin(Duration.ofSeconds(idleSeconds));
    try {
      Message message = socket.read();
      while (message instanceof Message.Text(String text) && take(JSON.readTree(text))) {
        message = socket.read();
      }
    } catch (SocketTimeoutException quiet) {
      error("input_timeout_exceeded");
    }
  }

  private boolean take(JsonNode message) throws IOException {
    String text = message.path("text").asText(null);
    if (text == null || !begun && !text.equals(" ")) {
      error("invalid_input_message");
      return false;
    }
    if (!begun) {
      begun = true;
      return true;
    }
    if (text.isEmpty()) {
      speak();
      end();
      return true;
    }
    waiting.append(text);
    boolean sentence = auto && text.strip().matches("(?s).*[.!?]");
    if (message.path("flush").asBoolean() || sentence || waiting.length() >= SCHEDULE) {
      speak();
    }
    return true;
  }

  private void speak() {
    String text = waiting.toString();
    waiting.setLength(0);
    if (text.isBlank()) {
      return;
    }
    texts.add(text);
    Duration pause = provider.thinking();
    if (!speaking) {
      speaking = true;
      trouble = provider.troubles().next().orElse(null);
      pause = trouble != null && trouble.is(Kind.SLOW) ? pause.plusSeconds(2) : pause;
    }
    byte[] sound = provider.sounds().of(text);
    for (int from = 0; from < text.length(); from += AT_ONCE) {
      int to = Math.min(text.length(), from + AT_ONCE);
      byte[] part =
          Arrays.copyOfRange(
              sound, share(sound, from, text.length()), share(sound, to, text.length()));
      piece(text.substring(from, to), part, pause);
      pause = BETWEEN;
    }
  }

  /** Where a character sounds, if each takes as long. */
  private static int share(byte[] sound, int character, int characters) {
    return (int) ((long) sound.length * character / characters);
  }

  private void piece(String text, byte[] sound, Duration pause) {
    later.after(
        pause,
        () -> {
          if (!fails()) {
            madeMillis += sound.length / 8;
            socket.send(JSON.writeValueAsString(message(text, sound)));
          }
        });
  }

  private void end() {
    later.after(
        BETWEEN,
        () -> {
          if (!fails()) {
            Map<String, Object> last = new LinkedHashMap<>();
            last.put("audio", null);
            last.put("isFinal", true);
            last.put("alignment", null);
            socket.send(JSON.writeValueAsString(last));
            socket.close(1000, "");
          }
        });
  }

  private boolean fails() throws IOException {
    if (trouble == null || trouble.is(Kind.SLOW) || madeMillis < trouble.after().toMillis()) {
      return false;
    }
    if (!failed && trouble.is(Kind.LOST)) {
      socket.cut();
    } else if (!failed && trouble.is(Kind.ERROR)) {
      error("quota_exceeded");
    }
    failed = true;
    return true;
  }

  private Map<String, Object> message(String text, byte[] sound) {
    int characters = text.length();
    int[] starts =
        IntStream.range(0, characters).map(i -> share(sound, i, characters) / 8).toArray();
    int[] lengths =
        IntStream.range(0, characters)
            .map(i -> share(sound, i + 1, characters) / 8 - starts[i])
            .toArray();
    Map<String, Object> alignment =
        Map.of(
            "chars", text.split(""),
            "charStartTimesMs", starts,
            "charDurationsMs", lengths);
    Map<String, Object> message = new LinkedHashMap<>();
    message.put(
        "audio", Base64.getEncoder().encodeToString(isWide ? WideSound.ofMulaw(sound) : sound));
    message.put("isFinal", null);
    message.put("alignment", alignment);
    message.put("normalizedAlignment", alignment);
    return message;
  }

  private void error(String code) throws IOException {
    socket.send(
        JSON.writeValueAsString(Map.of("message", "Simulated.", "error", code, "code", 1008)));
    socket.close(1008, code);
  }

  @Override
  public void close() {
    later.close();
  }
}
