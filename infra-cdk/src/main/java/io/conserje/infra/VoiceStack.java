package io.conserje.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/**
 * Who hears and speaks in calls: the one part that runs all the time. It exists where an operator
 * gave it a certificate, and is deployed after the functions, whose schema it needs.
 */
final class VoiceStack extends Stack {

  VoiceStack(
      Construct scope,
      Deployment deployment,
      String certificate,
      StateStack state,
      FunctionsStack functions,
      Packages packages) {
    super(
        scope,
        deployment.name("voice"),
        StackProps.builder().description("Conserje: the sound of calls").build());
    addStackDependency(functions, "It reads tables that the other stack's migration makes.");
    VoiceService tasks = new VoiceService(this, deployment, state, functions.environment, packages);
    VoiceDoor door = new VoiceDoor(this, deployment, certificate, state, tasks);
    new VoiceAlarms(this, deployment, functions.alarms.topic, tasks, door);
    CfnOutput.Builder.create(this, "VoiceHost")
        .value(door.balancer.getLoadBalancerDnsName())
        .description("Let " + deployment.publicVoiceUrl() + " point here (CNAME or alias)")
        .build();
  }
}
