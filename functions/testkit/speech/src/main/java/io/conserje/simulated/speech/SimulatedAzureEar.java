package io.conserje.simulated.speech;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Azure's recogniser, as its own library speaks with it, as far as it is used. */
public final class SimulatedAzureEar implements SpeechPort.Provider {

  private final String key;
  private final Troubles troubles = new Troubles();
  private final List<RequestHead> visits = new CopyOnWriteArrayList<>();

  /**
   * @param key what callers have to know
   */
  public SimulatedAzureEar(String key) {
    this.key = key;
  }

  public Troubles troubles() {
    return troubles;
  }

  /** Who came, in their order. */
  public List<RequestHead> visits() {
    return visits;
  }

  @Override
  public boolean serves(RequestHead head) {
    return head.path().equals("/speech/recognition/conversation/cognitiveservices/v1");
  }

  @Override
  public void serve(Visit visit) throws IOException {
    RequestHead head = visit.head();
    visits.add(head);
    Trouble trouble = troubles.next().orElse(null);
    if (trouble != null && trouble.is(Trouble.Kind.REFUSED)) {
      visit.answer(trouble.status(), Map.of(), new byte[0]);
    } else if (!head.header("ocp-apim-subscription-key").equals(key)) {
      visit.answer(401, Map.of(), new byte[0]);
    } else if (!head.wantsSocket() || !head.asked("language").startsWith("es")) {
      visit.answer(400, Map.of(), new byte[0]);
    } else {
      new AzureStream(visit.open(), trouble).serve();
    }
  }
}
