package io.conserje.connectors.vapi;

import io.conserje.call.AnswerCall.Answer;
import io.conserje.call.ForwardCall.Forwarding;
import io.conserje.call.RunToolCalls.Done;
import io.conserje.knowledge.KnownTopic;
import io.conserje.venue.TelephoneNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What VAPI is answered, as it wants it. */
public final class VapiAnswers {

  private VapiAnswers() {}

  /** One entry per call, in their order. */
  public static Map<String, Object> results(List<Done> done) {
    return Map.of("results", done.stream().map(VapiAnswers::result).toList());
  }

  private static Map<String, Object> result(Done done) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("toolCallId", done.call().id());
    result.put("name", done.call().name());
    result.put(done.result().failed() ? "error" : "result", done.result().text());
    return result;
  }

  /** To the message that tool calls have replaced. */
  public static Map<String, Object> legacyResult(Done done) {
    return Map.of("result", done.result().text());
  }

  /** Spoken, and the call ends. */
  public static Map<String, Object> noHouse(Answer.NoHouse none) {
    return Map.of("error", none.words());
  }

  /** To a person without any assistant. */
  public static Map<String, Object> atOnce(Answer.ByPerson person) {
    Map<String, Object> destination = number(person.number());
    destination.put("message", person.words());
    return Map.of("destination", destination);
  }

  /** The person hears what it is about before the caller is put through. */
  public static Map<String, Object> forwarding(Forwarding forwarding) {
    return switch (forwarding) {
      case Forwarding.To to -> {
        Map<String, Object> destination = number(to.number());
        destination.put(
            "transferPlan",
            Map.of(
                "mode",
                "warm-transfer-wait-for-operator-to-speak-first-and-then-say-message",
                "message",
                to.summary()));
        yield Map.of("destination", destination, "message", spoken("request-start", to.words()));
      }
      case Forwarding.Nobody nobody ->
          Map.of("error", nobody.words(), "message", spoken("request-failed", nobody.words()));
    };
  }

  public static Map<String, Object> nobodyElse(String words) {
    return Map.of("error", words);
  }

  public static Map<String, Object> documents(List<KnownTopic> topics) {
    return Map.of("documents", topics.stream().map(VapiAnswers::document).toList());
  }

  private static Map<String, Object> document(KnownTopic topic) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("content", topic.text());
    document.put("similarity", topic.score());
    document.put("uuid", topic.language() + ":" + topic.topic());
    return document;
  }

  private static Map<String, Object> number(String written) {
    TelephoneNumber number = TelephoneNumber.of(written);
    Map<String, Object> destination = new LinkedHashMap<>();
    destination.put("type", "number");
    destination.put("number", number.number());
    if (!number.extension().isEmpty()) {
      destination.put("extension", number.extension());
    }
    return destination;
  }

  private static Map<String, Object> spoken(String type, String words) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", type);
    message.put("content", words);
    return message;
  }
}
