package io.conserje.sandbox;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import io.conserje.sandbox.browser.Chromium;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Without Chromium a class is skipped, and what is skipped is counted and printed. With {@code
 * -Dchromium.required=true} nothing is skipped, so the missing browser is a failure.
 */
final class WhereChromiumIs implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean looked = context.getTestMethod().isPresent() || Boolean.getBoolean("chromium.required");
    if (looked || Chromium.installed().isPresent()) {
      return enabled("There is a browser, or there has to be one.");
    }
    String reason = skipped(context.getRequiredTestClass());
    System.out.println(reason);
    return disabled(reason);
  }

  private static String skipped(Class<?> tests) {
    long count =
        Arrays.stream(tests.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .count();
    return ("Skipped: %d tests of %s, since there is no Chromium."
            + " -Dchromium.required=true makes this a failure.")
        .formatted(count, tests.getSimpleName());
  }
}
