package io.conserje.infra;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * One function with its log, its role and the alias {@code live}, which is all that anything ever
 * calls.
 */
final class DeployedFunction extends Construct {

  static final String ALIAS = "live";

  /**
   * Per queue. Together with the console they must stay below what the database takes (about 80).
   */
  static final int MAXIMUM_CONCURRENCY = 10;

  final Function function;
  final Alias live;

  DeployedFunction(
      Construct scope,
      LambdaFunction description,
      Deployment deployment,
      StateStack state,
      Packages packages,
      EnvironmentValues environment) {
    super(scope, logicalName(description));
    String name = deployment.name(description.name());
    LogGroup log =
        LogGroup.Builder.create(this, "Log")
            .logGroupName("/aws/lambda/" + name)
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    Function.Builder builder =
        Function.Builder.create(this, "Function")
            .functionName(name)
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.ARM_64)
            .handler(description.handler())
            .code(packages.code(description.module()))
            .memorySize(description.memoryMb())
            .timeout(Duration.seconds(description.timeout().toSeconds()))
            .environment(environment.of(description))
            .logGroup(log)
            .role(FunctionRole.create(this, description, state, log))
            // Earlier versions stay, so that the alias can be set back to them.
            .currentVersionOptions(
                VersionOptions.builder().removalPolicy(RemovalPolicy.RETAIN).build());
    if (description.snapStart()) {
      builder.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
    }
    if (description.inVpc()) {
      builder
          .vpc(state.network.vpc)
          .vpcSubnets(Network.FUNCTIONS)
          .securityGroups(List.of(state.network.functions));
    }
    function = builder.build();
    Annotations.of(function)
        .acknowledgeWarning(
            "@aws-cdk/aws-lambda:snapStartRequirePublish",
            "Every caller calls a published version.");
    live = function.addAlias(ALIAS);
    description.queues().forEach(queue -> receive(queue, state));
  }

  private void receive(Queue queue, StateStack state) {
    live.addEventSource(
        SqsEventSource.Builder.create(state.queues.of(queue))
            .batchSize(queue.batch())
            .maxConcurrency(MAXIMUM_CONCURRENCY)
            .reportBatchItemFailures(true)
            .build());
  }

  /** {@code TwilioMessages} for {@code twilio-messages}; the name in stack and template. */
  static String logicalName(LambdaFunction description) {
    return Arrays.stream(description.name().split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
