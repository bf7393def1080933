package io.conserje.connectors.meta;

import io.conserje.connectors.http.Timeouts;
import io.conserje.connectors.http.WholeAnswer.NoAnswer;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which telephone number an id of Meta's stands for. It stays so: what was answered once is not
 * asked again.
 */
final class MetaNumbers {

  private static final String FIELDS = "?fields=display_phone_number";

  private final OpenJson json;
  private final Graph graph;
  private final Timeouts timeouts;
  private final Map<String, String> shown = new ConcurrentHashMap<>();

  MetaNumbers(OpenJson json, Graph graph, Timeouts timeouts) {
    this.json = json;
    this.graph = graph;
    this.timeouts = timeouts;
  }

  /** What came of asking; the refusal is for {@link Outcome}. */
  sealed interface Found {
    /** E.164 as guests see it; empty where Meta shows none. */
    record Shown(String number) implements Found {}

    record Refused(HttpResponse<byte[]> answer) implements Found {}
  }

  Found of(MetaAccount account, String id) throws NoAnswer {
    String known = shown.get(id);
    return known == null ? ask(account, id) : new Found.Shown(known);
  }

  private Found ask(MetaAccount account, String id) throws NoAnswer {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(account.at(id) + FIELDS))
            .header("Authorization", account.bearer())
            .header("Accept", "application/json")
            .build();
    HttpResponse<byte[]> answer = graph.ask(request, timeouts.request());
    if (answer.statusCode() != 200) {
      return new Found.Refused(answer);
    }
    Part body = json.read(answer.body()).orElse(Part.NOTHING);
    String number = MetaEvents.shown(body.text("display_phone_number"));
    shown.put(id, number);
    return new Found.Shown(number);
  }
}
