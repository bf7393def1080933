package io.conserje.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Template;

/** What must hold of every resource of a kind, also of those that are added later. */
class InvariantsTest {

  private final Template state = Synthesised.stacks().state;
  private final Template functions = Synthesised.stacks().functions;
  private final Template voice = Synthesised.withVoice().voice;

  @Test
  void everyFunctionHasTheAliasLive() {
    Set<String> aliased =
        Resources.ofType(functions, "AWS::Lambda::Alias").values().stream()
            .filter(alias -> alias.get("Name").equals("live"))
            .map(alias -> Resources.target(alias.get("FunctionName")))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Resources.functions(functions).keySet(), aliased);
  }

  @Test
  void everyCallerCallsAnAlias() {
    Set<String> aliases = Resources.ofType(functions, "AWS::Lambda::Alias").keySet();
    List<String> called = new ArrayList<>();
    called.addAll(targets("AWS::Lambda::EventSourceMapping", "FunctionName"));
    called.addAll(targets("AWS::Lambda::Permission", "FunctionName"));
    called.addAll(targets("AWS::ApiGatewayV2::Integration", "IntegrationUri"));
    for (var rule : Resources.ofType(functions, "AWS::Events::Rule").values()) {
      for (Object target : Resources.list(rule.get("Targets"))) {
        called.add(Resources.target(Resources.map(target).get("Arn")));
      }
    }
    assertFalse(called.isEmpty());
    called.forEach(target -> assertTrue(aliases.contains(target), target + " is no alias"));
  }

  /** Lambda puts a snapshot away after 14 days without a call, and fails the next one. */
  @Test
  void everySnapshotIsUsedDaily() {
    Set<String> called = new TreeSet<>();
    for (var rule : Resources.ofType(functions, "AWS::Events::Rule").values()) {
      if (rule.get("ScheduleExpression").equals("rate(1 day)")) {
        Object target = Resources.list(rule.get("Targets")).getFirst();
        String alias = Resources.target(Resources.map(target).get("Arn"));
        called.add(
            Resources.target(
                Resources.ofType(functions, "AWS::Lambda::Alias").get(alias).get("FunctionName")));
      }
    }
    Set<String> snapshots = new TreeSet<>(Resources.functions(functions).keySet());
    snapshots.removeIf(id -> !Resources.functions(functions).get(id).containsKey("SnapStart"));
    assertEquals(snapshots, called);
  }

  @Test
  void everyFunctionWritesToALogGroupOfItsOwn() {
    Set<String> groups = Resources.ofType(functions, "AWS::Logs::LogGroup").keySet();
    Set<String> used = new TreeSet<>();
    for (var function : Resources.functions(functions).values()) {
      used.add(Resources.target(Resources.map(function.get("LoggingConfig")).get("LogGroup")));
    }
    assertEquals(Resources.functions(functions).size(), used.size());
    assertTrue(groups.containsAll(used));
  }

  @Test
  void everyLogGroupForgets() {
    Resources.ofType(functions, "AWS::Logs::LogGroup")
        .forEach((id, group) -> assertNotNull(group.get("RetentionInDays"), id));
    state.resourceCountIs("AWS::Logs::LogGroup", 0);
  }

  @Test
  void noPolicyAllowsEverything() {
    for (Template template : List.of(state, functions, voice)) {
      Resources.ofType(template, "AWS::IAM::Policy").forEach(this::assertNarrow);
    }
  }

  private void assertNarrow(String id, Map<String, Object> policy) {
    for (var statement : Policies.statements(policy.get("PolicyDocument"))) {
      List<String> actions = Policies.actions(statement);
      assertTrue(actions.stream().noneMatch(action -> action.contains("*")), id + actions);
      boolean everywhere = Resources.list(statement.get("Resource")).contains("*");
      assertTrue(
          !everywhere
              || networkInterfacesOnly(actions)
              || actions.equals(List.of("ecr:GetAuthorizationToken")),
          id + " may everywhere " + actions);
    }
  }

  /** Lambda's own connection to a VPC: these actions know no narrower resource. */
  private static boolean networkInterfacesOnly(List<String> actions) {
    return Set.of(
            "ec2:CreateNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:DeleteNetworkInterface",
            "ec2:AssignPrivateIpAddresses",
            "ec2:UnassignPrivateIpAddresses")
        .containsAll(actions);
  }

  @Test
  void noRoleHasAManagedPolicy() {
    Resources.ofType(functions, "AWS::IAM::Role")
        .forEach((id, role) -> assertFalse(role.containsKey("ManagedPolicyArns"), id));
  }

  @Test
  void noDatabaseIsPublic() {
    Resources.ofType(state, "AWS::RDS::DBInstance")
        .forEach((id, database) -> assertEquals(false, database.get("PubliclyAccessible"), id));
  }

  @Test
  void everyQueueHasDeadLettersWithAnAlarm() {
    var queues = Resources.ofType(state, "AWS::SQS::Queue");
    Set<String> dead = new TreeSet<>();
    queues.values().stream()
        .map(queue -> Resources.map(queue.get("RedrivePolicy")).get("deadLetterTargetArn"))
        .filter(target -> target != null)
        .forEach(target -> dead.add(Resources.target(target)));
    assertEquals(queues.size(), 2 * dead.size(), "Some queue has no dead letters: " + queues);
    String alarms =
        Resources.ofType(functions, "AWS::CloudWatch::Alarm").values().stream()
            .filter(alarm -> "ApproximateNumberOfMessagesVisible".equals(alarm.get("MetricName")))
            .map(alarm -> alarm.get("Dimensions").toString())
            .collect(Collectors.joining());
    dead.forEach(queue -> assertTrue(alarms.contains(queue), queue + " has no alarm"));
  }

  @Test
  void everyFunctionHasAlarmsForErrorsAndThrottles() {
    var alarms = Resources.ofType(functions, "AWS::CloudWatch::Alarm").values();
    for (String metric : List.of("Errors", "Throttles")) {
      Set<String> watched = new TreeSet<>();
      for (var alarm : alarms) {
        if (metric.equals(alarm.get("MetricName"))) {
          Object dimension = Resources.list(alarm.get("Dimensions")).getFirst();
          watched.add(Resources.target(Resources.map(dimension).get("Value")));
        }
      }
      assertEquals(Resources.functions(functions).keySet(), watched, metric);
    }
  }

  @Test
  void everyAlarmTellsSomebody() {
    Resources.ofType(functions, "AWS::CloudWatch::Alarm")
        .forEach(
            (id, alarm) -> assertEquals(1, Resources.list(alarm.get("AlarmActions")).size(), id));
  }

  /** Otherwise a message is handed out again while the first reader still works on it. */
  @Test
  void visibilityIsSixTimesTheReadersTimeOut() {
    int longest =
        Resources.ofType(functions, "AWS::Lambda::EventSourceMapping").values().stream()
            .map(mapping -> Resources.target(mapping.get("FunctionName")))
            .map(alias -> Resources.ofType(functions, "AWS::Lambda::Alias").get(alias))
            .map(alias -> Resources.target(alias.get("FunctionName")))
            .mapToInt(
                id -> ((Number) Resources.functions(functions).get(id).get("Timeout")).intValue())
            .max()
            .orElseThrow();
    Resources.ofType(state, "AWS::SQS::Queue").values().stream()
        .filter(queue -> queue.containsKey("RedrivePolicy"))
        .forEach(queue ->
            assertTrue(
                ((Number) queue.get("VisibilityTimeout")).intValue() >= 6 * longest,
                queue.toString()));
  }

  private List<String> targets(String type, String property) {
    return Resources.ofType(functions, type).values().stream()
        .map(properties -> Resources.target(properties.get(property)))
        .toList();
  }
}
