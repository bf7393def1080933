package io.conserje.testkit.coldstart;

import io.conserje.names.LambdaFunction;
import io.conserje.testkit.lambda.DeploymentPackage;
import io.conserje.testkit.lambda.FunctionStart;
import java.util.Map;

/** One function to measure, unpacked. */
record Subject(
    LambdaFunction function, DeploymentPackage unpacked, long packageBytes, Scenario scenario)
    implements AutoCloseable {

  String name() {
    return function.name();
  }

  FunctionStart start(Map<String, String> environment) {
    return FunctionStart.onDemand(
        function.name(), function.handler(), function.memoryMb(), environment);
  }

  @Override
  public void close() {
    unpacked.close();
  }
}
