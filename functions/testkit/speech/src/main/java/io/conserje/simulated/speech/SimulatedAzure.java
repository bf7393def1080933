package io.conserje.simulated.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Azure's voice over REST, as far as it is used. */
public final class SimulatedAzure implements SpeechPort.Provider {

  private static final Pattern SSML =
      Pattern.compile("<speak [^<>]*><voice name=\"[\\w-]+\">([^<>]*)</voice></speak>");

  private final String key;
  private final Troubles troubles = new Troubles();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private volatile Duration thinking = Duration.ofMillis(150);

  /**
   * @param key what callers have to know
   */
  public SimulatedAzure(String key) {
    this.key = key;
  }

  public Troubles troubles() {
    return troubles;
  }

  /** What was made into sound. */
  public List<String> texts() {
    return texts;
  }

  /** How long the first sound of a text takes. */
  public void speaksAfter(Duration time) {
    thinking = time;
  }

  @Override
  public boolean serves(RequestHead head) {
    return head.path().equals("/cognitiveservices/v1");
  }

  @Override
  public void serve(Visit visit) throws IOException, InterruptedException {
    RequestHead head = visit.head();
    String format = head.header("x-microsoft-outputformat");
    boolean isWide = format.equals("raw-16khz-16bit-mono-pcm");
    Matcher ssml = SSML.matcher(new String(visit.body(), StandardCharsets.UTF_8));
    if (!head.header("ocp-apim-subscription-key").equals(key)) {
      visit.answer(401, Map.of(), new byte[0]);
    } else if (!head.header("content-type").equals("application/ssml+xml")) {
      visit.answer(415, Map.of(), new byte[0]);
    } else if (!ssml.matches()
        || head.header("user-agent").isBlank()
        || !isWide && !format.equals("raw-8khz-8bit-mono-mulaw")) {
      visit.answer(400, Map.of(), new byte[0]);
    } else {
      String text = plain(ssml.group(1));
      texts.add(text);
      SpokenOverHttp.speak(visit, text, isWide, thinking, troubles.next().orElse(null));
    }
  }

  private static String plain(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }
}
