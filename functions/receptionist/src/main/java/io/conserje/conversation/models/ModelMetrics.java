package io.conserje.conversation.models;

import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.Tokens;
import io.conserje.metrics.Metrics;
import io.conserje.metrics.Metrics.Label;

/** Which model answered, how it went, how long it took and what it cost. */
public final class ModelMetrics {

  private static final String ANSWERS = "model_answers";

  private final Metrics metrics;

  public ModelMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  void answered(String model, ModelAnswer answer, Heard heard) {
    outcome(model, answer.calls().isEmpty() ? "text" : "calls");
    times(model, heard);
    Tokens tokens = answer.tokens();
    if (tokens.total() > 0) {
      metrics.count("model_tokens", tokens.read(), model(model), Label.of("kind", "read"));
      metrics.count("model_tokens", tokens.written(), model(model), Label.of("kind", "written"));
    }
  }

  void failed(String model, String why, Heard heard) {
    outcome(model, why);
    metrics.time("model_failure_time", heard.sinceAsked(), model(model));
  }

  void skipped(String model, String why) {
    outcome(model, why);
  }

  private void times(String model, Heard heard) {
    if (heard.firstSign() != null) {
      metrics.time("model_first_words", heard.firstSign(), model(model));
    }
    metrics.time("model_answer_time", heard.sinceAsked(), model(model));
  }

  private void outcome(String model, String outcome) {
    metrics.count(ANSWERS, 1, model(model), Label.of("outcome", outcome));
  }

  private static Label model(String name) {
    return Label.of("model", name);
  }
}
