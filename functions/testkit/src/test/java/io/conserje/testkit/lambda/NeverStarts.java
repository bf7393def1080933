package io.conserje.testkit.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** A function whose constructor fails. */
public final class NeverStarts implements RequestHandler<Object, Object> {

  public NeverStarts() {
    throw new IllegalStateException("no setting");
  }

  @Override
  public Object handleRequest(Object event, Context context) {
    return event;
  }
}
