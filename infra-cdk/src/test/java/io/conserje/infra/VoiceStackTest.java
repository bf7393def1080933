package io.conserje.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.VoiceHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class VoiceStackTest {

  private final Template template = Synthesised.withVoice().voice;

  @TempDir Path folder;

  @Test
  void withoutACertificateThereIsNoSuchStack() {
    assertTrue(Synthesised.stacks().stacks.voice().isEmpty());
  }

  @Test
  void taskIsArmWithAllItsVariablesAndWritesNowhereButToItsScratch() {
    Map<String, Object> task =
        Resources.ofType(template, "AWS::ECS::TaskDefinition").values().iterator().next();
    assertEquals("ARM64", Resources.map(task.get("RuntimePlatform")).get("CpuArchitecture"));
    assertEquals("1024", task.get("Cpu"));
    assertEquals("2048", task.get("Memory"));
    Map<String, Object> container =
        Resources.map(Resources.list(task.get("ContainerDefinitions")).getFirst());
    assertEquals(true, container.get("ReadonlyRootFilesystem"));
    assertEquals(120, ((Number) container.get("StopTimeout")).intValue());
    Set<Object> names =
        Resources.list(container.get("Environment")).stream()
            .map(entry -> Resources.map(entry).get("Name"))
            .collect(Collectors.toSet());
    assertTrue(names.containsAll(VoiceHost.ENVIRONMENT), names.toString());
    assertTrue(names.containsAll(List.of("ENVIRONMENT", "LOG_LEVEL")), names.toString());
  }

  @Test
  void twoTasksRunAtLeastAndNoneIsStoppedBeforeAnotherAnswers() {
    template.hasResourceProperties(
        "AWS::ECS::Service",
        Map.of(
            "DesiredCount",
            2,
            "DeploymentConfiguration",
            Match.objectLike(Map.of("MinimumHealthyPercent", 100, "MaximumPercent", 200))));
    template.hasResourceProperties(
        "AWS::ApplicationAutoScaling::ScalableTarget", Map.of("MinCapacity", 2));
  }

  @Test
  void onlyTlsIsHeardAndMetricsAreNotForEverybody() {
    template.resourceCountIs("AWS::ElasticLoadBalancingV2::Listener", 1);
    template.hasResourceProperties(
        "AWS::ElasticLoadBalancingV2::Listener", Map.of("Port", 443, "Protocol", "HTTPS"));
    template.hasResourceProperties(
        "AWS::ElasticLoadBalancingV2::ListenerRule",
        Map.of(
            "Conditions",
            List.of(
                Map.of(
                    "Field",
                    "path-pattern",
                    "PathPatternConfig",
                    Map.of("Values", List.of("/metrics*")))),
            "Actions",
            List.of(Match.objectLike(Map.of("Type", "fixed-response")))));
  }

  @Test
  void callStaysWithItsTaskForAnHourAfterTheTaskWasTakenOut() {
    template.hasResourceProperties(
        "AWS::ElasticLoadBalancingV2::TargetGroup",
        Map.of(
            "HealthCheckPath",
            "/health",
            "TargetGroupAttributes",
            Match.arrayWith(
                List.of(Map.of("Key", "deregistration_delay.timeout_seconds", "Value", "3600")))));
  }

  @Test
  void taskMayProtectItselfAndReadItsOwnSecretsAndNothingMore() {
    Set<String> actions = new TreeSet<>();
    Resources.ofType(template, "AWS::IAM::Policy")
        .forEach((id, policy) -> {
          if (id.contains("Role") && !id.contains("ExecutionRole")) {
            Policies.statements(policy.get("PolicyDocument"))
                .forEach(statement -> actions.addAll(Policies.actions(statement)));
          }
        });
    assertEquals(
        Set.of(
            "ecs:GetTaskProtection",
            "ecs:UpdateTaskProtection",
            "s3:PutObject",
            "secretsmanager:DescribeSecret",
            "secretsmanager:GetSecretValue",
            "sqs:GetQueueAttributes",
            "sqs:GetQueueUrl",
            "sqs:SendMessage"),
        actions);
  }

  @Test
  void everyAlarmTellsSomebody() {
    var alarms = Resources.ofType(template, "AWS::CloudWatch::Alarm");
    assertEquals(3, alarms.size());
    alarms.forEach(
        (id, alarm) -> assertEquals(1, Resources.list(alarm.get("AlarmActions")).size(), id));
  }

  @Test
  void certificateWithoutTheAddressItIsForIsRefused() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> synth(Map.of("voiceCertificate", Synthesised.CERTIFICATE)));
    assertTrue(refused.getMessage().contains("publicVoiceUrl"), refused.getMessage());
  }

  @Test
  void certificateThatIsNoneIsRefused() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                synth(
                    Map.of(
                        "publicVoiceUrl",
                        "https://voice.example.com",
                        "voiceCertificate",
                        "my-certificate")));
    assertTrue(refused.getMessage().contains("ARN"), refused.getMessage());
  }

  @Test
  void securityGroupOfTheTasksLetsInTheirLoadBalancerOnly() {
    var rules = Resources.ofType(template, "AWS::EC2::SecurityGroupIngress").values();
    assertFalse(rules.isEmpty());
    rules.forEach(rule -> assertFalse(rule.containsKey("CidrIp"), rule.toString()));
  }

  private void synth(Map<String, String> context) {
    ConserjeApp.addStacks(
        Synthesised.app(context, folder.resolve("out")),
        new Packages(Synthesised.packages(folder)));
  }
}
