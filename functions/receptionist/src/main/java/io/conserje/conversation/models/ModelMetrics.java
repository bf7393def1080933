package io.conserje.conversation.models;

import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.Tokens;
import io.conserje.metrics.Metrics;
import io.conserje.metrics.Metrics.Label;
import java.time.Duration;

/** Which model answered, how it went, how long it took and what it cost. */
public final class ModelMetrics {

  private static final String ANSWERS = "model_answers";

  /** Made while the guest might still go on, and not wanted. */
  private static final String DROPPED = "dropped";

  private final Metrics metrics;

  public ModelMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  void answered(String model, ModelAnswer answer, Heard heard) {
    Duration took = heard.sinceAsked();
    String outcome = answer.calls().isEmpty() ? "text" : "calls";
    heard.onceKnown(wanted -> {
      if (wanted) {
        outcome(model, outcome);
        times(model, heard.firstSign(), took);
      } else {
        outcome(model, DROPPED);
      }
    });
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

  private void times(String model, Duration firstSign, Duration took) {
    if (firstSign != null) {
      metrics.time("model_first_words", firstSign, model(model));
    }
    metrics.time("model_answer_time", took, model(model));
  }

  private void outcome(String model, String outcome) {
    metrics.count(ANSWERS, 1, model(model), Label.of("outcome", outcome));
  }

  private static Label model(String name) {
    return Label.of("model", name);
  }
}
