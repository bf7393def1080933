package io.conserje.sandbox.vapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.vapi.VapiWebhooks.Outcome;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Guests on the telephone, and the model that would talk to them: what both say and which tools are
 * used is a script; everything between VAPI and the house is as it is with VAPI.
 */
public final class PhoneCalls {

  private final InstantSource clock;
  private final VapiWebhooks webhooks;
  private final CustomModel model;
  private final Map<String, PhoneCall> calls = new ConcurrentHashMap<>();

  PhoneCalls(InstantSource clock, VapiWebhooks webhooks, CustomModel model) {
    this.clock = clock;
    this.webhooks = webhooks;
    this.model = model;
  }

  /**
   * A call to be played.
   *
   * @param from empty for a caller who hides the number
   * @param steps in their order: {@code {"user": …}}, {@code {"assistant": …}}, {@code {"tool": …,
   *     "arguments": …}}, {@code {"transfer": true}}, {@code {"message": {"type": …}}}. Where the
   *     model is a custom one, {@code {"user": …}} is asked there; {@code "cut": true}: the guest
   *     goes on with the next step before it is answered, {@code "hears": "a las nueve"}: hears the
   *     answer until the end of these words, and nothing of it where they are empty
   * @param reason why it ends
   */
  public record Script(String from, String to, JsonNode steps, String reason) {}

  /**
   * What came of it.
   *
   * @param assistant what the house answered to the request for one
   * @param results of the tool calls, in their order
   * @param answers to everything else that wants one
   */
  public record Played(
      String callId,
      String endedReason,
      JsonNode assistant,
      ArrayNode results,
      ArrayNode answers) {}

  Optional<PhoneCall> find(String id) {
    return Optional.ofNullable(calls.get(id));
  }

  void clear() {
    calls.clear();
  }

  public Played play(Script script) {
    PhoneCall call = new PhoneCall(script.from(), script.to(), clock.instant());
    calls.put(call.id, call);
    ArrayNode results = Json.object().putArray("results");
    ArrayNode answers = Json.object().putArray("answers");
    Outcome request = send(call, "assistant-request");
    String failed = failure(request);
    if (failed == null) {
      call.takenBy(request.json().path("assistant"), clock.instant());
      talk(call, script, results, answers);
    }
    String hungUp = call.endedReason() == null ? script.reason() : call.endedReason();
    end(call, failed == null ? hungUp : failed);
    return new Played(call.id, call.endedReason(), request.json(), results, answers);
  }

  /** Why no assistant takes the call, in VAPI's words; null if one does. */
  private static String failure(Outcome request) {
    JsonNode answer = request.json();
    if (answer.has("destination")) {
      return "assistant-request-returned-forwarding-phone-number";
    }
    if (answer.has("error")) {
      return "assistant-request-returned-error";
    }
    if (request.status() != 200) {
      return "assistant-request-failed";
    }
    if (!answer.has("assistant")) {
      return "assistant-request-returned-no-assistant";
    }
    JsonNode assistant = answer.path("assistant");
    boolean whole =
        assistant.path("model").hasNonNull("provider")
            && assistant.path("voice").hasNonNull("provider")
            && assistant.path("name").asText("").length() <= 40;
    return whole ? null : "assistant-request-returned-invalid-assistant";
  }

  private void talk(PhoneCall call, Script script, ArrayNode results, ArrayNode answers) {
    ObjectNode begun = call.message("status-update", clock.instant()).put("status", "in-progress");
    deliver(call, "status-update", begun);
    say(call, false, call.assistant().path("firstMessage").asText());
    for (JsonNode step : script.steps()) {
      if (call.endedReason() != null) {
        return;
      }
      if (step.has("user") && CustomModel.is(call.assistant())) {
        talk(call, step, answers);
      } else if (step.has("user") || step.has("assistant")) {
        say(call, step.has("user"), step.path(step.has("user") ? "user" : "assistant").asText());
      } else if (step.has("tool")) {
        results.add(tool(call, step));
      } else if (step.has("transfer")) {
        ObjectNode asked = call.message("transfer-destination-request", clock.instant());
        answers.add(deliver(call, "transfer-destination-request", call.history(asked)).json());
      } else if (step.has("message")) {
        String type = step.path("message").path("type").asText();
        ObjectNode message = call.message(type, clock.instant());
        message.setAll((ObjectNode) step.path("message"));
        answers.add(deliver(call, type, message).json());
      }
    }
  }

  private void talk(PhoneCall call, JsonNode step, ArrayNode answers) {
    say(call, true, step.path("user").asText());
    if (step.path("cut").asBoolean()) {
      model.cut(call);
      call.unsay();
      return;
    }
    CustomModel.Words words = model.ask(call);
    answers.addObject().put("status", words.status()).put("says", words.text());
    String heard =
        step.has("hears") ? heard(words.text(), step.path("hears").asText()) : words.text();
    if (!heard.isEmpty()) {
      say(call, false, heard);
    }
    for (String tool : words.calls()) {
      if (tool.equals("endCall")) {
        call.ended("assistant-ended-call", clock.instant());
      } else {
        ObjectNode asked = call.message("transfer-destination-request", clock.instant());
        answers.add(deliver(call, "transfer-destination-request", call.history(asked)).json());
      }
    }
  }

  private static String heard(String text, String until) {
    int from = text.indexOf(until);
    return from < 0 ? text : until.isEmpty() ? "" : text.substring(0, from + until.length());
  }

  private void say(PhoneCall call, boolean byGuest, String text) {
    call.said(byGuest, text, clock.instant());
    if (subscribed(call, "transcript")) {
      ObjectNode message = call.message("transcript[transcriptType=\"final\"]", clock.instant());
      message.put("role", byGuest ? "user" : "assistant");
      message.put("transcriptType", "final").put("transcript", text);
      deliver(call, "transcript", message);
    }
  }

  /** What is asked for, or VAPI's own list where nothing is. */
  private static boolean subscribed(PhoneCall call, String type) {
    JsonNode wanted = call.assistant().path("serverMessages");
    for (JsonNode one : wanted) {
      if (one.asText().startsWith(type)) {
        return true;
      }
    }
    return !wanted.isArray() && !type.equals("transcript");
  }

  /** The answer's entry for this call; what VAPI tells the model where there is none. */
  private JsonNode tool(PhoneCall call, JsonNode step) {
    String id = step.path("id").asText("call_" + UUID.randomUUID().toString().replace("-", ""));
    ObjectNode function = Json.object().put("name", step.path("tool").asText());
    function.set("arguments", step.path("arguments"));
    ObjectNode wish = Json.object().put("id", id).put("type", "function");
    wish.set("function", function);
    ObjectNode message = call.message("tool-calls", clock.instant());
    message.putArray("toolCalls").add(wish.deepCopy());
    message.putArray("toolCallList").add(wish.deepCopy());
    ObjectNode configured = message.putArray("toolWithToolCallList").addObject();
    configured.put("type", "function").put("async", false);
    configured.putObject("function").put("name", step.path("tool").asText());
    configured.putObject("server").put("secret", "simulated-secret-that-nobody-may-keep");
    configured.set("toolCall", wish);
    Outcome outcome = deliver(call, "tool-calls", call.history(message));
    for (JsonNode result : outcome.json().path("results")) {
      if (result.path("toolCallId").asText().equals(id)) {
        return result;
      }
    }
    return Json.object().put("toolCallId", id).put("error", "No result returned.");
  }

  private void end(PhoneCall call, String reason) {
    call.ended(reason, clock.instant());
    ObjectNode ended =
        call.message("status-update", clock.instant())
            .put("status", "ended")
            .put("endedReason", reason);
    ObjectNode report = call.message("end-of-call-report", clock.instant());
    call.tellEnd(report);
    if (webhooks.reordered("end-of-call-report")) {
      deliver(call, "end-of-call-report", report);
      deliver(call, "status-update", ended);
    } else {
      deliver(call, "status-update", ended);
      deliver(call, "end-of-call-report", report);
    }
  }

  private Outcome send(PhoneCall call, String type) {
    return deliver(call, type, call.message(type, clock.instant()));
  }

  private Outcome deliver(PhoneCall call, String type, ObjectNode message) {
    return webhooks.send(type, message, call.assistant().path("server"));
  }
}
