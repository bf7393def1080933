package io.conserje.connectors.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.function.aws.DefaultLambdaContextFactory;
import io.micronaut.function.aws.LambdaContextFactory;
import jakarta.inject.Singleton;

/**
 * Micronaut's own factory makes the context of every invocation a new singleton and never lets go
 * of it: each invocation then takes longer than the one before and keeps memory. Nothing of ours
 * injects that context, so nothing is kept.
 */
@Singleton
@Replaces(DefaultLambdaContextFactory.class)
final class ForgetfulContextFactory implements LambdaContextFactory {

  @Override
  public void registerSingletons(Context context) {
    // Nothing to keep.
  }
}
