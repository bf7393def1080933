package io.conserje.infra;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/**
 * Each alarm means that a guest waits, or soon will. docs/deploy.md says what to do about which.
 */
final class Alarms extends Construct {

  private static final Duration FIVE_MINUTES = Duration.minutes(5);
  private static final MetricOptions SUM =
      MetricOptions.builder().period(FIVE_MINUTES).statistic("Sum").build();
  private static final MetricOptions MAXIMUM =
      MetricOptions.builder().period(FIVE_MINUTES).statistic("Maximum").build();
  private static final MetricOptions MINIMUM =
      MetricOptions.builder().period(FIVE_MINUTES).statistic("Minimum").build();

  /**
   * A message that failed once is tried again after three minutes: longer means that it failed
   * again.
   */
  private static final int WAITING_SECONDS = 300;

  private static final long TWO_GIBIBYTES = 2L << 30;

  private final Deployment deployment;
  final Topic topic;

  Alarms(
      Construct scope,
      Deployment deployment,
      StateStack state,
      PublicApi front,
      Map<LambdaFunction, DeployedFunction> functions) {
    super(scope, "Alarms");
    this.deployment = deployment;
    topic = topic();
    Queue.all().forEach(queue -> watch(queue, state));
    functions.forEach(this::watch);
    above(
        "api-5xx",
        front.api.metricServerError(SUM),
        0,
        "A webhook was answered with 5xx: the provider could not hand over an event.");
    below(
        "database-storage",
        state.database.instance.metricFreeStorageSpace(MINIMUM),
        TWO_GIBIBYTES,
        "The database has less than 2 GiB left.");
  }

  private void watch(Queue queue, StateStack state) {
    above(
        queue.deadLetters().replace(".", "-"),
        state.queues.deadLettersOf(queue).metricApproximateNumberOfMessagesVisible(MAXIMUM),
        0,
        "Messages failed " + queue.attempts() + " times and wait in " + queue.deadLetters() + ".");
    above(
        queue.name().replace(".", "-") + "-age",
        state.queues.of(queue).metricApproximateAgeOfOldestMessage(MAXIMUM),
        WAITING_SECONDS,
        "A message in " + queue.name() + " has waited for five minutes.");
  }

  private void watch(LambdaFunction function, DeployedFunction deployed) {
    above(
        function.name() + "-errors",
        deployed.function.metricErrors(SUM),
        0,
        "An invocation of " + function.name() + " crashed or ran out of time.");
    above(
        function.name() + "-throttles",
        deployed.function.metricThrottles(SUM),
        0,
        function.name() + " was not run: the account's concurrency is used up.");
    if (function.everyMinute()) {
      below(
          function.name() + "-silent",
          deployed.function.metricInvocations(SUM),
          1,
          function.name() + " has not run for five minutes.");
    }
  }

  private void above(String name, IMetric metric, Number limit, String meaning) {
    create(
        alarm(name, metric, limit, meaning)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
            .treatMissingData(TreatMissingData.NOT_BREACHING));
  }

  /** Silence counts as below. */
  private void below(String name, IMetric metric, Number limit, String meaning) {
    create(
        alarm(name, metric, limit, meaning)
            .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
            .treatMissingData(TreatMissingData.BREACHING));
  }

  private Alarm.Builder alarm(String name, IMetric metric, Number limit, String meaning) {
    return Alarm.Builder.create(this, name)
        .alarmName(deployment.name(name))
        .alarmDescription(meaning)
        .metric(metric)
        .threshold(limit)
        .evaluationPeriods(1);
  }

  private void create(Alarm.Builder builder) {
    Alarm alarm = builder.build();
    SnsAction tell = new SnsAction(topic);
    alarm.addAlarmAction(tell);
    alarm.addOkAction(tell);
  }

  private Topic topic() {
    Topic created =
        Topic.Builder.create(this, "Topic")
            .topicName(deployment.name("alarms"))
            .enforceSsl(true)
            .build();
    created.addToResourcePolicy(onlyOurAlarms(created));
    deployment
        .alarmEmail()
        .ifPresent(address -> created.addSubscription(new EmailSubscription(address)));
    CfnOutput.Builder.create(Stack.of(this), "AlarmTopic").value(created.getTopicArn()).build();
    return created;
  }

  /** A topic with a policy of its own has lost the default one, by which CloudWatch may publish. */
  private PolicyStatement onlyOurAlarms(Topic created) {
    return PolicyStatement.Builder.create()
        .sid("Alarms")
        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
        .actions(List.of("sns:Publish"))
        .resources(List.of(created.getTopicArn()))
        .conditions(
            Map.of("StringEquals", Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
        .build();
  }
}
