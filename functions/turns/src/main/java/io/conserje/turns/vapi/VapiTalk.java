package io.conserje.turns.vapi;

import io.conserje.call.AnswerCall;
import io.conserje.call.AnswerCall.Answer;
import io.conserje.call.CallHouses;
import io.conserje.call.CallWording;
import io.conserje.call.ForwardCall;
import io.conserje.call.RunToolCalls;
import io.conserje.connectors.vapi.VapiAnswers;
import io.conserje.connectors.vapi.VapiAssistant;
import io.conserje.connectors.vapi.VapiMessage;
import io.conserje.connectors.vapi.VapiToolCalls;
import io.conserje.knowledge.Knowledge;
import io.conserje.knowledge.KnownTopic;
import io.conserje.knowledge.Question;
import io.conserje.outbound.WakingNotices;
import io.conserje.venue.Venue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What VAPI asks during a call, and what it is answered. */
final class VapiTalk {

  private final AnswerCall answer;
  private final RunToolCalls run;
  private final ForwardCall forward;
  private final CallHouses houses;
  private final Knowledge knowledge;
  private final VapiToolCalls toolCalls;
  private final Supplier<VapiAssistant> assistant;
  private final WakingNotices notices;

  VapiTalk(
      AnswerCall answer,
      RunToolCalls run,
      ForwardCall forward,
      CallHouses houses,
      Knowledge knowledge,
      VapiToolCalls toolCalls,
      Supplier<VapiAssistant> assistant,
      WakingNotices notices) {
    this.answer = answer;
    this.run = run;
    this.forward = forward;
    this.houses = houses;
    this.knowledge = knowledge;
    this.toolCalls = toolCalls;
    this.assistant = assistant;
    this.notices = notices;
  }

  Map<String, Object> assistant(VapiMessage message) {
    return switch (answer.answer(message.place())) {
      case Answer.ByAssistant call -> assistant.get().of(call);
      case Answer.ByPerson person -> VapiAnswers.atOnce(person);
      case Answer.NoHouse none -> VapiAnswers.noHouse(none);
    };
  }

  Map<String, Object> toolCalls(VapiMessage message) {
    try {
      return VapiAnswers.results(run.run(message.place(), toolCalls.of(message)));
    } finally {
      notices.wake();
    }
  }

  Map<String, Object> functionCall(VapiMessage message) {
    try {
      return VapiAnswers.legacyResult(
          run.run(message.place(), List.of(toolCalls.legacy(message))).getFirst());
    } finally {
      notices.wake();
    }
  }

  Map<String, Object> transfer(VapiMessage message) {
    try {
      String id = "transfer:" + message.digest();
      return VapiAnswers.forwarding(forward.forward(message.place(), id, message.lastWords()));
    } finally {
      notices.wake();
    }
  }

  /** There is one assistant per house, and it is the one that asks. */
  Map<String, Object> handoff(VapiMessage message) {
    Locale language = houses.of(message.place()).map(Venue::language).orElse(null);
    return VapiAnswers.nobodyElse(CallWording.in(language).nobodyElse());
  }

  Map<String, Object> knowledge(VapiMessage message) {
    Question question = Question.of(message.lastWords());
    List<KnownTopic> topics =
        houses
            .of(message.place())
            .filter(house -> !question.words().isEmpty())
            .map(house -> knowledge.find(house.id(), question, house.language().toLanguageTag()))
            .orElse(List.of());
    return VapiAnswers.documents(topics);
  }
}
