package io.conserje.connectors.lambda;

import io.conserje.connectors.lambda.logs.LogLevel;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.LambdaApplicationContextBuilder;
import java.util.Map;

/** How every function starts its application context. */
public final class FunctionContext {

  private FunctionContext() {}

  /**
   * The started context of one function, with its environment as a bean; {@code function} is the
   * handler class.
   */
  public static ApplicationContext start(Class<?> function, FunctionEnvironment environment) {
    return start(function, environment, Map.of());
  }

  /** The same, with properties of its own. */
  public static ApplicationContext start(
      Class<?> function, FunctionEnvironment environment, Map<String, Object> properties) {
    LogLevel.from(environment.variables());
    return new LambdaApplicationContextBuilder()
        .classLoader(function.getClassLoader())
        .mainClass(function)
        .properties(properties)
        .singletons(environment)
        .start();
  }
}
