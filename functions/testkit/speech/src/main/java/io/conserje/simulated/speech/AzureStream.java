package io.conserje.simulated.speech;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conserje.simulated.speech.LineEar.Saying;
import io.conserje.simulated.speech.LineEar.TimedWord;
import io.conserje.simulated.speech.ServedSocket.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One socket of Azure's simulated recogniser. Every message has headers; a binary one tells their
 * length first. Times are in ticks of 100 ns, from the first byte of the turn.
 */
final class AzureStream {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double OF_A_FRAME = 0.02;
  private static final double BETWEEN_HYPOTHESES = 0.3;

  /** Where a RIFF header tells how long its part about the form is, and what stands in it. */
  private static final int FORM_LENGTH = 16;

  private static final int FORM = 20;
  private static final int RATE = 24;
  private static final int DATA_HEAD = 8;

  /** In which sound comes, as its first message says. */
  private enum Form {
    MULAW_8000,
    LINEAR_16000,
    UNKNOWN;

    private static Form of(int tag, int rate) {
      return tag == 7 && rate == 8_000
          ? MULAW_8000
          : tag == 1 && rate == 16_000 ? LINEAR_16000 : UNKNOWN;
    }
  }

  private final ServedSocket socket;
  private final Trouble trouble;
  private final LineEar ear = new LineEar();
  private String request = "";
  private double segmentation = 0.5;
  private final WideSound wide = new WideSound();
  private Form form = Form.UNKNOWN;
  private boolean begun;
  private long saying = -1;
  private int settled;
  private double shownAt;

  AzureStream(ServedSocket socket, Trouble trouble) {
    this.socket = socket;
    this.trouble = trouble;
  }

  void serve() throws IOException {
    while (take(socket.read())) {
      // The next one.
    }
  }

  private boolean take(Message message) throws IOException {
    return switch (message) {
      case Message.Text(String text) -> {
        int blank = text.indexOf("\r\n\r\n");
        told(headers(text.substring(0, blank)), text.substring(blank + 4));
        yield true;
      }
      case Message.Binary(byte[] bytes) -> {
        int length = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        String head = new String(bytes, 2, length, StandardCharsets.US_ASCII);
        yield !fails() && sound(headers(head), Arrays.copyOfRange(bytes, 2 + length, bytes.length));
      }
      case Message.Closed _ -> false;
    };
  }

  private static Map<String, String> headers(String text) {
    Map<String, String> headers = new HashMap<>();
    for (String line : text.split("\r\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1));
      }
    }
    return headers;
  }

  private void told(Map<String, String> headers, String body) throws IOException {
    if (headers.getOrDefault("path", "").equals("speech.context")) {
      request = headers.get("x-requestid");
      JsonNode silence = JSON.readTree(body).findValue("segmentationSilenceTimeoutMs");
      segmentation = silence == null ? segmentation : silence.asInt() / 1000.0;
    }
  }

  private boolean fails() {
    boolean now = trouble != null && ear.seconds() * 1000 >= trouble.after().toMillis();
    if (now && (trouble.is(Trouble.Kind.LOST) || trouble.is(Trouble.Kind.ERROR))) {
      socket.cut();
      return true;
    }
    return false;
  }

  private boolean sound(Map<String, String> headers, byte[] payload) throws IOException {
    if (payload.length == 0) {
      settle();
      phrase("EndOfDictation", "");
      send("turn.end", Map.of());
      return true;
    }
    if (!begun) {
      begun = true;
      send("turn.start", Map.of("context", Map.of("serviceTag", "simulated")));
    }
    if (headers.getOrDefault("content-type", "").equals("audio/x-wav")) {
      ByteBuffer wav = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
      form = Form.of(wav.getShort(FORM), wav.getInt(RATE));
      int header = FORM + wav.getInt(FORM_LENGTH) + DATA_HEAD;
      hear(Arrays.copyOfRange(payload, header, payload.length));
    } else {
      hear(payload);
    }
    notice();
    return true;
  }

  private void hear(byte[] sound) {
    switch (form) {
      case MULAW_8000 -> ear.hear(sound);
      case LINEAR_16000 -> ear.hear(wide.toMulaw(sound));
      case UNKNOWN -> {}
    }
  }

  private void notice() throws IOException {
    Saying now = ear.saying().orElse(null);
    if (now != null && now.from() != saying) {
      saying = now.from();
      settled = 0;
      send("speech.startDetected", Map.of("Offset", ticks(now.from() * OF_A_FRAME)));
    }
    if (open().isEmpty()) {
      return;
    }
    if (ear.silent() * OF_A_FRAME >= segmentation) {
      settle();
    } else if (ear.seconds() - shownAt >= BETWEEN_HYPOTHESES) {
      shownAt = ear.seconds();
      send(
          "speech.hypothesis",
          Map.of(
              "Text", text(),
              "Offset", ticks(open().getFirst().from()),
              "Duration", ticks(ear.seconds() - open().getFirst().from())));
    }
  }

  private List<TimedWord> open() {
    List<TimedWord> all = ear.saying().map(Saying::words).orElse(List.of());
    return all.size() <= settled ? List.of() : all.subList(settled, all.size());
  }

  private String text() {
    return open().stream().map(TimedWord::text).collect(Collectors.joining(" "));
  }

  private void settle() throws IOException {
    if (!open().isEmpty()) {
      int words = open().size();
      phrase("Success", text());
      settled += words;
    }
  }

  private void phrase(String status, String text) throws IOException {
    double from = open().isEmpty() ? ear.seconds() : open().getFirst().from();
    double to = open().isEmpty() ? ear.seconds() : open().getLast().to();
    send(
        "speech.phrase",
        Map.of(
            "Id",
            "p",
            "RecognitionStatus",
            status,
            "DisplayText",
            text,
            "Offset",
            ticks(from),
            "Duration",
            ticks(to - from)));
  }

  private static long ticks(double seconds) {
    return Math.round(seconds * 1e7);
  }

  private void send(String path, Map<String, Object> body) throws IOException {
    if (trouble != null && trouble.is(Trouble.Kind.SILENT)) {
      return;
    }
    socket.send(
        "X-RequestId:"
            + request
            + "\r\nContent-Type:application/json; charset=utf-8\r\nPath:"
            + path
            + "\r\n\r\n"
            + JSON.writeValueAsString(body));
  }
}
