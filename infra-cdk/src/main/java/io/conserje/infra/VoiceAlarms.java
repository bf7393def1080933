package io.conserje.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeTarget;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/**
 * Each means that callers hear an apology in place of the house. docs/deploy.md says what to do.
 */
final class VoiceAlarms extends Construct {

  private static final int TOO_BUSY_PERCENT = 80;

  private final Deployment deployment;
  private final Topic topic;

  VoiceAlarms(
      Construct scope, Deployment deployment, Topic topic, VoiceService tasks, VoiceDoor door) {
    super(scope, "Alarms");
    this.deployment = deployment;
    this.topic = topic;
    create(
        alarm(
                "voice-healthy-tasks",
                door.targets.getMetrics().healthyHostCount(five("Minimum")),
                1,
                "No task answers: calls are put through to the house or leave a message.")
            .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
            .treatMissingData(TreatMissingData.BREACHING));
    create(
        alarm(
                "voice-5xx",
                door.targets
                    .getMetrics()
                    .httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, five("Sum")),
                0,
                "A call was not taken.")
            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
            .treatMissingData(TreatMissingData.NOT_BREACHING));
    create(
        alarm(
                "voice-busy",
                tasks.service.metricCpuUtilization(five("Average")),
                TOO_BUSY_PERCENT,
                "The tasks are too busy, and no more come: sound may stutter.")
            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
            .treatMissingData(TreatMissingData.NOT_BREACHING));
  }

  private static MetricOptions five(String statistic) {
    return MetricOptions.builder().period(Duration.minutes(5)).statistic(statistic).build();
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
    List.of(new SnsAction(topic))
        .forEach(tell -> {
          alarm.addAlarmAction(tell);
          alarm.addOkAction(tell);
        });
  }
}
