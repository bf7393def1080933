package io.conserje.connectors.postgres;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * As many tries as the system property {@code sequences} says, drawn from {@code seed} if that is
 * set. The seed is in the report of every run.
 */
final class Sequences implements AroundPropertyHook {

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    context.attributes().setTries(Integer.getInteger("sequences", 300));
    String seed = System.getProperty("seed", "");
    if (!seed.isBlank()) {
      context.attributes().setSeed(seed);
    }
    return property.execute();
  }
}
