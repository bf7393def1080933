package io.conserje.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class FunctionsStackTest {

  private final Template template = Synthesised.stacks().functions;

  @Test
  void everyFunctionOfTheListIsDeployedAndNoOther() {
    Set<Object> deployed = new TreeSet<>();
    Resources.functions(template).values().forEach(each -> deployed.add(each.get("FunctionName")));
    Set<Object> listed = new TreeSet<>();
    LambdaFunction.all().forEach(each -> listed.add("conserje-prod-" + each.name()));
    assertEquals(listed, deployed);
  }

  @Test
  void everyHandlerIsAClassOfItsModule() {
    for (LambdaFunction function : LambdaFunction.all()) {
      String source = function.handler().replace('.', '/') + ".java";
      Path file = Path.of("../functions", function.module(), "src/main/java", source);
      assertTrue(Files.isRegularFile(file), function.name() + ": there is no " + file);
    }
  }

  @Test
  void webhooksStandOutsideTheVpcAndTheOthersInIt() {
    for (LambdaFunction function : LambdaFunction.all()) {
      boolean inVpc = properties(function).containsKey("VpcConfig");
      assertEquals(!function.module().equals("webhooks"), inVpc, function.name());
    }
  }

  @Test
  void snapshotIsMadeOfThePublishedVersion() {
    template.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of(
            "FunctionName",
            "conserje-prod-turns",
            "Runtime",
            "java25",
            "Architectures",
            List.of("arm64"),
            "SnapStart",
            Map.of("ApplyOn", "PublishedVersions")));
  }

  @Test
  void apiHasOneThrottledAndLoggedStage() {
    template.hasResourceProperties(
        "AWS::ApiGatewayV2::Stage",
        Map.of(
            "StageName",
            "$default",
            "AutoDeploy",
            true,
            "DefaultRouteSettings",
            Map.of("ThrottlingRateLimit", 300, "ThrottlingBurstLimit", 600),
            "AccessLogSettings",
            Match.objectLike(Map.of("DestinationArn", Match.anyValue()))));
  }

  @Test
  void accessLogHoldsNothingThatPointsAtAGuest() {
    Map<String, Object> stage =
        Resources.ofType(template, "AWS::ApiGatewayV2::Stage").values().iterator().next();
    String format = Resources.map(stage.get("AccessLogSettings")).get("Format").toString();
    assertTrue(format.startsWith("{\"requestId\":\"$context.requestId\""), format);
    assertFalse(format.contains("sourceIp") || format.contains("path") || format.contains("query"));
  }

  @Test
  void publicAddressIsTheApisOwnUnlessOneIsGiven() {
    Object value = environment(LambdaFunction.TWILIO_MESSAGES).get("PUBLIC_BASE_URL");
    assertTrue(value.toString().contains("ApiEndpoint"), value.toString());
  }

  @Test
  void webhookOnlyWritesToItsQueuesAndReadsItsSecret() {
    Set<String> expected =
        Set.of(
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "secretsmanager:DescribeSecret",
            "secretsmanager:GetSecretValue",
            "sqs:GetQueueAttributes",
            "sqs:GetQueueUrl",
            "sqs:SendMessage");
    assertEquals(expected, actions("TwilioMessages"));
    assertEquals(expected, actions("TelnyxEvents"));
  }

  @Test
  void consoleTakesNothingFromAQueueButDeadLetters() {
    List<?> taken =
        statements("Console").stream()
            .filter(statement ->
                Policies.actions(statement).stream()
                    .anyMatch(each -> each.matches("sqs:(Receive|Delete|Change|Purge).*|sqs:\\*")))
            .flatMap(statement -> Resources.list(statement.get("Resource")).stream())
            .toList();
    assertEquals(Queue.all().size(), taken.size());
    taken.forEach(queue -> assertTrue(queue.toString().contains("dead"), queue.toString()));
  }

  @Test
  void onlyTheConsoleHandlesDeadLetters() {
    for (LambdaFunction function : LambdaFunction.all()) {
      String name = DeployedFunction.logicalName(function);
      boolean handles =
          statements(name).stream()
              .anyMatch(each -> each.get("Resource").toString().contains("dead"));
      assertEquals(function.equals(LambdaFunction.CONSOLE), handles, name);
    }
  }

  @Test
  void migrationRunsBeforeAnyOtherAliasMoves() {
    String call = template.findResources("Custom::Migration").keySet().iterator().next();
    template
        .findResources("AWS::Lambda::Alias")
        .forEach((id, alias) ->
            assertEquals(
                !id.startsWith("Migrate"),
                Resources.list(alias.get("DependsOn")).contains(call),
                id));
  }

  @Test
  void alarmsMayPublish() {
    template.hasResourceProperties(
        "AWS::SNS::TopicPolicy",
        Map.of(
            "PolicyDocument",
            Match.objectLike(
                Map.of(
                    "Statement",
                    Match.arrayWith(
                        List.of(
                            Match.objectLike(
                                Map.of(
                                    "Effect",
                                    "Allow",
                                    "Action",
                                    "sns:Publish",
                                    "Principal",
                                    Map.of("Service", "cloudwatch.amazonaws.com")))))))));
  }

  @Test
  void outputsSayWhatToTellTwilio() {
    template.hasOutput("PublicBaseUrl", Map.of());
    template.hasOutput("WhatsappWebhookUrl", Map.of("Description", "POST /whatsapp/webhook"));
    template.hasOutput("TwilioStatusUrl", Map.of("Description", "POST /twilio/status"));
  }

  private Map<String, Object> properties(LambdaFunction function) {
    return Resources.functions(template).values().stream()
        .filter(each -> each.get("FunctionName").equals("conserje-prod-" + function.name()))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Object> environment(LambdaFunction function) {
    return Resources.map(Resources.map(properties(function).get("Environment")).get("Variables"));
  }

  private Set<String> actions(String logicalName) {
    Set<String> actions = new TreeSet<>();
    statements(logicalName).forEach(statement -> actions.addAll(Policies.actions(statement)));
    return actions;
  }

  private List<Map<String, Object>> statements(String logicalName) {
    List<Map<String, Object>> statements = new ArrayList<>();
    Resources.ofType(template, "AWS::IAM::Policy")
        .forEach((id, policy) -> {
          if (id.startsWith(logicalName + "Role")) {
            statements.addAll(Policies.statements(policy.get("PolicyDocument")));
          }
        });
    return statements;
  }
}
