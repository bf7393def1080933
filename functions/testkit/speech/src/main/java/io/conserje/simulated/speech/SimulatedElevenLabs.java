package io.conserje.simulated.speech;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** ElevenLabs' voice, {@code stream-input} and {@code stream}, as far as it is used. */
public final class SimulatedElevenLabs implements SpeechPort.Provider {

  private static final Pattern PATH = Pattern.compile("/v1/text-to-speech/[^/]+/stream(-input)?");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String key;
  private final Troubles troubles = new Troubles();
  private final List<RequestHead> visits = new CopyOnWriteArrayList<>();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private volatile Duration thinking = Duration.ofMillis(150);
  private volatile Sounds sounds = Sounds.TONES;

  /**
   * @param key what callers have to know
   */
  public SimulatedElevenLabs(String key) {
    this.key = key;
  }

  /** They come upon utterances, not upon sockets that stand ready. */
  public Troubles troubles() {
    return troubles;
  }

  /** Who came, in their order. */
  public List<RequestHead> visits() {
    return visits;
  }

  /** What was made into sound. */
  public List<String> texts() {
    return texts;
  }

  /** How long the first sound of a text takes. */
  public void speaksAfter(Duration time) {
    thinking = time;
  }

  /** From now on, over its socket. */
  public void speaks(Sounds all) {
    sounds = all;
  }

  Sounds sounds() {
    return sounds;
  }

  Duration thinking() {
    return thinking;
  }

  @Override
  public boolean serves(RequestHead head) {
    return PATH.matcher(head.path()).matches();
  }

  @Override
  public void serve(Visit visit) throws IOException, InterruptedException {
    RequestHead head = visit.head();
    visits.add(head);
    byte[] body = visit.body();
    if (!head.header("xi-api-key").equals(key)) {
      refuse(visit, 401, "invalid_api_key", "Invalid API key");
    } else if (!isSimulated(head)) {
      refuse(visit, 400, "unsupported", "only ulaw_8000 and pcm_16000 are simulated");
    } else if (!head.wantsSocket()) {
      speak(visit, JSON.readTree(body));
    } else {
      try (ElevenLabsStream stream = new ElevenLabsStream(visit.open(), head, this, texts)) {
        stream.serve();
      }
    }
  }

  private static boolean isSimulated(RequestHead head) {
    return head.asked("output_format").equals("ulaw_8000") || isWide(head);
  }

  static boolean isWide(RequestHead head) {
    return head.asked("output_format").equals("pcm_16000");
  }

  private void speak(Visit visit, JsonNode asked) throws IOException, InterruptedException {
    String text = asked.path("text").asText("");
    if (text.isBlank() || !asked.path("model_id").isTextual()) {
      refuse(visit, 422, "value_error.missing", "field required");
      return;
    }
    texts.add(text);
    SpokenOverHttp.speak(visit, text, isWide(visit.head()), thinking, troubles.next().orElse(null));
  }

  private static void refuse(Visit visit, int status, String code, String why) throws IOException {
    String body = "{\"detail\":{\"status\":\"" + code + "\",\"message\":\"" + why + "\"}}";
    visit.answer(
        status, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
  }
}
