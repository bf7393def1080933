package io.conserje.testkit.fuzz;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What is sent odd payloads: a provider's door, with a provider's signature. */
public interface Target {

  String name();

  RequestStreamHandler function();

  /** What is changed: the events that are known to be good. */
  List<Payload> samples();

  /** The same as an event of its own, so that none is a duplicate of another. */
  Payload numbered(Payload sample, int number);

  /** As the provider would have sent it. */
  Payload signed(Payload payload);

  /**
   * Whether nothing is missing of what the provider always says, so that it may not be refused. In
   * doubt it may. Found out apart from the code under test.
   */
  boolean mustBeTaken(Payload payload);

  /**
   * What must be found after a payload was answered with success; empty for one that says nothing
   * to keep. Found out apart from the code under test.
   */
  Set<String> tells(Payload payload);

  /** What is kept now. */
  Collection<String> kept();
}
