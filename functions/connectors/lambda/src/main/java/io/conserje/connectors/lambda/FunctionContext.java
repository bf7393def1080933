package io.conserje.connectors.lambda;

import static io.micronaut.context.env.Environment.FUNCTION;

import io.conserje.connectors.lambda.logs.LogLevel;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

/**
 * How every function starts its application context: lazily and from nothing but what it is given.
 * A bean is made when something asks for it, so a function pays for what it uses, not for what its
 * libraries bring.
 */
public final class FunctionContext {

  /** With {@code function}, the environments Micronaut's own builder for Lambda sets. */
  private static final String LAMBDA = "lambda";

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
    return ApplicationContext.builder(FUNCTION, LAMBDA)
        .classLoader(function.getClassLoader())
        .mainClass(function)
        .properties(properties)
        .singletons(environment)
        .deduceEnvironment(false)
        .bootstrapEnvironment(false)
        .enableDefaultPropertySources(false)
        .banner(false)
        .start();
  }
}
