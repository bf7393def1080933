package io.conserje.simulated.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Deepgram's streaming recognisers, as far as they are used: {@code /v1/listen}, and Flux at {@code
 * /v2/listen}.
 */
public final class SimulatedDeepgram implements SpeechPort.Provider {

  private static final List<String> NOT_FOR_FLUX =
      List.of("language", "interim_results", "endpointing", "smart_format", "vad_events");

  private final String key;
  private final Troubles troubles = new Troubles();
  private final List<RequestHead> visits = new CopyOnWriteArrayList<>();
  private volatile Duration settling = Duration.ofMillis(120);

  /**
   * @param key what callers have to know
   */
  public SimulatedDeepgram(String key) {
    this.key = key;
  }

  public Troubles troubles() {
    return troubles;
  }

  /** Who came, in their order. */
  public List<RequestHead> visits() {
    return visits;
  }

  /** How long words take, from the sound that decides to the message. */
  public void settlesAfter(Duration time) {
    settling = time;
  }

  @Override
  public boolean serves(RequestHead head) {
    return head.path().equals("/v1/listen") || isFlux(head);
  }

  private static boolean isFlux(RequestHead head) {
    return head.path().equals("/v2/listen");
  }

  @Override
  public void serve(Visit visit) throws IOException {
    RequestHead head = visit.head();
    visits.add(head);
    Trouble trouble = troubles.next().orElse(null);
    if (trouble != null && trouble.is(Trouble.Kind.REFUSED)) {
      refuse(visit, trouble.status(), "Simulated.");
    } else if (!head.header("authorization").equals("Token " + key)) {
      refuse(visit, 401, "Invalid credentials.");
    } else if (!head.wantsSocket() || !isSimulated(head)) {
      refuse(visit, 400, "Bad Request: only mulaw at 8000 and linear16 at 16000 are simulated");
    } else {
      Duration late =
          trouble != null && trouble.is(Trouble.Kind.SLOW) ? Duration.ofSeconds(2) : Duration.ZERO;
      serve(visit, trouble, settling.plus(late));
    }
  }

  private static void serve(Visit visit, Trouble trouble, Duration settling) throws IOException {
    if (isFlux(visit.head())) {
      try (FluxStream stream = new FluxStream(visit.open(), visit.head(), trouble, settling)) {
        stream.serve();
      }
    } else {
      try (DeepgramStream stream =
          new DeepgramStream(visit.open(), visit.head(), trouble, settling)) {
        stream.serve();
      }
    }
  }

  /** Sound that is not what it is said to be is taken all the same, and means nothing. */
  private static boolean isSimulated(RequestHead head) {
    boolean narrow =
        head.asked("encoding").equals("mulaw") && head.asked("sample_rate").equals("8000");
    return (narrow || isWide(head))
        && (isFlux(head)
            ? head.asked("model").startsWith("flux-general-multi") && hasNoneOf(head, NOT_FOR_FLUX)
            : head.asked("language").startsWith("es"));
  }

  static boolean isWide(RequestHead head) {
    return head.asked("encoding").equals("linear16") && head.asked("sample_rate").equals("16000");
  }

  private static boolean hasNoneOf(RequestHead head, List<String> names) {
    return names.stream().allMatch(name -> head.asked(name).isEmpty());
  }

  private static void refuse(Visit visit, int status, String why) throws IOException {
    String body = "{\"err_code\":\"SIMULATED\",\"err_msg\":\"" + why + "\",\"request_id\":\"r\"}";
    visit.answer(
        status,
        Map.of("dg-error", why, "dg-request-id", "r", "Content-Type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
