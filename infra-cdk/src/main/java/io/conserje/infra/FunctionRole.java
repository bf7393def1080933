package io.conserje.infra;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/**
 * What a function may do: write its own log, read its secrets, send to its queues. No managed
 * policies.
 */
final class FunctionRole {

  private FunctionRole() {}

  static Role create(Construct scope, LambdaFunction function, StateStack state, LogGroup log) {
    Role role =
        Role.Builder.create(scope, "Role")
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .description("Function " + function.name())
            .build();
    log.grantWrite(role);
    function.secrets().forEach(provider -> state.secrets.of(provider).grantRead(role));
    Queue.all().stream()
        .filter(queue -> function.environment().contains(queue.urlVariable()))
        .forEach(queue -> state.queues.of(queue).grantSendMessages(role));
    state.recordings.grant(function, role);
    if (function.replaysDeadLetters()) {
      Queue.all().forEach(queue -> role.addToPolicy(handling(state.queues.deadLettersOf(queue))));
    }
    if (function.inVpc()) {
      role.addToPolicy(networkInterfaces());
    }
    return role;
  }

  /** To be looked at a dead letter is received and let go, replayed it is deleted. */
  private static PolicyStatement handling(IQueue deadLetters) {
    return PolicyStatement.Builder.create()
        .actions(List.of("sqs:ReceiveMessage", "sqs:ChangeMessageVisibility", "sqs:DeleteMessage"))
        .resources(List.of(deadLetters.getQueueArn()))
        .build();
  }

  /** How Lambda itself connects a function to a VPC; these actions know no narrower resource. */
  private static PolicyStatement networkInterfaces() {
    return PolicyStatement.Builder.create()
        .actions(
            List.of(
                "ec2:CreateNetworkInterface",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSubnets",
                "ec2:DeleteNetworkInterface",
                "ec2:AssignPrivateIpAddresses",
                "ec2:UnassignPrivateIpAddresses"))
        .resources(List.of("*"))
        .build();
  }
}
