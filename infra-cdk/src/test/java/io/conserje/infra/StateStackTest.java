package io.conserje.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class StateStackTest {

  private final Template template = Synthesised.stacks().state;

  @Test
  void stackCannotBeDeletedByMistake() {
    assertTrue(Synthesised.stacks().stacks.state().getTerminationProtection());
  }

  @Test
  void functionsReachTheInternetThroughOneNatGateway() {
    template.resourceCountIs("AWS::EC2::NatGateway", 1);
    template.resourceCountIs("AWS::EC2::Subnet", 6);
  }

  @Test
  void databaseIsEncryptedBackedUpProtectedAndPrivate() {
    template.hasResource(
        "AWS::RDS::DBInstance",
        Map.of(
            "DeletionPolicy",
            "Snapshot",
            "Properties",
            Match.objectLike(
                Map.of(
                    "Engine",
                    "postgres",
                    "DBInstanceClass",
                    "db.t4g.micro",
                    "DBName",
                    "conserje",
                    "StorageEncrypted",
                    true,
                    "BackupRetentionPeriod",
                    14,
                    "DeletionProtection",
                    true,
                    "PubliclyAccessible",
                    false))));
  }

  @Test
  void databaseUserIsTheOneInTheSecretThatTheFunctionsRead() {
    template.hasResourceProperties(
        "AWS::SecretsManager::Secret",
        Map.of(
            "Name",
            "conserje/prod/postgres",
            "GenerateSecretString",
            Match.objectLike(
                Map.of(
                    "SecretStringTemplate", "{\"POSTGRES_USER\":\"conserje\"}",
                    "GenerateStringKey", "POSTGRES_PASSWORD"))));
    Map<String, Object> database =
        Resources.ofType(template, "AWS::RDS::DBInstance").values().iterator().next();
    assertEquals("conserje", database.get("MasterUsername"));
    String password = database.get("MasterUserPassword").toString();
    assertTrue(password.contains("{{resolve:secretsmanager:"), password);
    assertTrue(password.contains(":SecretString:POSTGRES_PASSWORD::}}"), password);
  }

  @Test
  void adminKeyIsGenerated() {
    template.hasResourceProperties(
        "AWS::SecretsManager::Secret",
        Map.of(
            "Name",
            "conserje/prod/console",
            "GenerateSecretString",
            Match.objectLike(Map.of("GenerateStringKey", "ADMIN_API_KEY"))));
  }

  /** Any other first value would be written over the operator's at the next deploy. */
  @Test
  void providersSecretStartsEmptyWhateverItWillHold() {
    template.hasResourceProperties(
        "AWS::SecretsManager::Secret",
        Map.of("Name", "conserje/prod/twilio", "SecretString", "{}"));
  }

  @Test
  void cacheIsServerlessValkeyWithABoundedBill() {
    template.hasResourceProperties(
        "AWS::ElastiCache::ServerlessCache",
        Map.of(
            "Engine",
            "valkey",
            "CacheUsageLimits",
            Map.of(
                "DataStorage", Map.of("Maximum", 1, "Unit", "GB"),
                "ECPUPerSecond", Map.of("Maximum", 5000))));
  }

  @Test
  void onlyFunctionsReachDatabaseAndCache() {
    for (var group : Resources.ofType(template, "AWS::EC2::SecurityGroup").entrySet()) {
      for (Object rule : Resources.list(group.getValue().get("SecurityGroupIngress"))) {
        String from = Resources.target(Resources.map(rule).get("SourceSecurityGroupId"));
        assertTrue(
            from.startsWith("NetworkFunctionsGroup"), group.getKey() + " takes from " + from);
      }
    }
    template.resourceCountIs("AWS::EC2::SecurityGroupIngress", 0);
  }

  @Test
  void inboundQueueIsFifoInHighThroughputMode() {
    template.hasResourceProperties(
        "AWS::SQS::Queue",
        Map.of(
            "QueueName",
            "conserje-prod-inbound.fifo",
            "FifoQueue",
            true,
            "DeduplicationScope",
            "messageGroup",
            "FifoThroughputLimit",
            "perMessageGroupId",
            "VisibilityTimeout",
            180,
            "SqsManagedSseEnabled",
            true,
            "RedrivePolicy",
            Match.objectLike(Map.of("maxReceiveCount", 8))));
  }

  @Test
  void everyQueueRefusesPlainText() {
    var queues = Resources.ofType(template, "AWS::SQS::Queue").keySet();
    var refusing =
        Resources.ofType(template, "AWS::SQS::QueuePolicy").values().stream()
            .filter(policy -> policy.toString().contains("aws:SecureTransport=false"))
            .map(policy -> Resources.target(((List<?>) policy.get("Queues")).getFirst()))
            .toList();
    assertEquals(queues, new java.util.TreeSet<>(refusing));
  }

  @Test
  void recordingsArePrivateOutliveTheStackAndGoByThemselvesAtLast() {
    template.hasResource(
        "AWS::S3::Bucket",
        Map.of(
            "DeletionPolicy",
            "Retain",
            "Properties",
            Match.objectLike(
                Map.of(
                    "PublicAccessBlockConfiguration",
                    Map.of(
                        "BlockPublicAcls",
                        true,
                        "BlockPublicPolicy",
                        true,
                        "IgnorePublicAcls",
                        true,
                        "RestrictPublicBuckets",
                        true),
                    "LifecycleConfiguration",
                    Map.of(
                        "Rules",
                        List.of(
                            Match.objectLike(Map.of("Prefix", "parts/", "ExpirationInDays", 7)),
                            Match.objectLike(
                                Map.of("Prefix", "calls/", "ExpirationInDays", 366))))))));
  }

  @Test
  void onlyTheJobsMayDeleteARecordingAndOnlyTheConsoleMayHearOne() {
    Map<String, Set<String>> may = new TreeMap<>();
    Resources.ofType(Synthesised.stacks().functions, "AWS::IAM::Policy")
        .forEach((id, policy) ->
            Policies.statements(policy.get("PolicyDocument")).stream()
                .flatMap(statement -> Policies.actions(statement).stream())
                .filter(action -> action.startsWith("s3:"))
                .forEach(action ->
                    may.computeIfAbsent(id.replaceAll("Role.*", ""), _ -> new TreeSet<>())
                        .add(action)));
    assertEquals(
        Map.of(
            "Console",
            Set.of("s3:GetObject"),
            "FollowUps",
            Set.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket")),
        may);
  }
}
