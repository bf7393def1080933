package io.conserje.connectors.sqs;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * Without a Docker engine a class is skipped, and what is skipped is counted and printed. With
 * {@code -Ddocker.required=true} nothing is skipped, so the missing engine is a failure.
 */
final class WhereDockerIs implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (context.getTestMethod().isPresent() || Boolean.getBoolean("docker.required")) {
      return enabled("Looked at once, for the class.");
    }
    if (DockerClientFactory.instance().isDockerAvailable()) {
      return enabled("A Docker engine answers.");
    }
    String reason = skipped(context.getRequiredTestClass());
    System.out.println(reason);
    return disabled(reason);
  }

  private static String skipped(Class<?> tests) {
    return ("Skipped: %d tests of %s, since no Docker engine answers."
            + " -Ddocker.required=true makes this a failure.")
        .formatted(count(tests), tests.getSimpleName());
  }

  private static long count(Class<?> tests) {
    return Stream.<Class<?>>iterate(tests, type -> type != null, Class::getSuperclass)
        .map(Class::getDeclaredMethods)
        .flatMap(Arrays::stream)
        .filter(WhereDockerIs::isTest)
        .count();
  }

  private static boolean isTest(Method method) {
    return method.isAnnotationPresent(Test.class);
  }
}
