package io.conserje.infra;

import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.names.VoiceHost;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.applicationautoscaling.EnableScalingProps;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SecurityGroupImportOptions;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.ecs.Volume;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * The tasks that carry the sound of calls. Two at least, in two zones: when one dies, its calls
 * come back to the other. More come while the processors are half busy, since a late frame is
 * heard.
 */
final class VoiceService extends Construct {

  static final int FEWEST = 2;
  static final int MOST = 8;

  private static final int BUSY_PERCENT = 50;

  /** The only place a task writes to. */
  private static final String SCRATCH = "scratch";

  /** The longest that Fargate grants; calls rest on the protection of their task, not on this. */
  private static final Duration STOP_TIMEOUT = Duration.seconds(120);

  final Cluster cluster;
  final FargateService service;
  final SecurityGroup group;

  VoiceService(
      Construct scope,
      Deployment deployment,
      StateStack state,
      EnvironmentValues environment,
      Packages packages) {
    super(scope, "Tasks");
    cluster =
        Cluster.Builder.create(this, "Cluster")
            .clusterName(deployment.name("voice"))
            .vpc(state.network.vpc)
            .containerInsightsV2(software.amazon.awscdk.services.ecs.ContainerInsights.ENABLED)
            .build();
    group =
        SecurityGroup.Builder.create(this, "Group")
            .vpc(state.network.vpc)
            .description("Tasks that carry the sound of calls: reached by their load balancer")
            .allowAllOutbound(false)
            .build();
    service = service(deployment, state, task(deployment, state, environment, packages));
    service
        .autoScaleTaskCount(
            EnableScalingProps.builder().minCapacity(FEWEST).maxCapacity(MOST).build())
        .scaleOnCpuUtilization(
            "Busy",
            CpuUtilizationScalingProps.builder()
                .targetUtilizationPercent(BUSY_PERCENT)
                .scaleInCooldown(Duration.minutes(10))
                .scaleOutCooldown(Duration.minutes(1))
                .build());
  }

  private FargateService service(
      Deployment deployment, StateStack state, FargateTaskDefinition task) {
    return FargateService.Builder.create(this, "Service")
        .serviceName(deployment.name(VoiceHost.NAME))
        .cluster(cluster)
        .taskDefinition(task)
        .desiredCount(FEWEST)
        .minHealthyPercent(100)
        .maxHealthyPercent(200)
        .circuitBreaker(DeploymentCircuitBreaker.builder().enable(true).rollback(true).build())
        .healthCheckGracePeriod(Duration.seconds(30))
        .vpcSubnets(Network.FUNCTIONS)
        .securityGroups(List.of(letInByData(state), group))
        .assignPublicIp(false)
        .build();
  }

  /**
   * The functions' group, which database and cache let in; the load balancer adds nothing to it.
   */
  private ISecurityGroup letInByData(StateStack state) {
    return SecurityGroup.fromSecurityGroupId(
        this,
        "Functions",
        state.network.functions.getSecurityGroupId(),
        SecurityGroupImportOptions.builder().mutable(false).build());
  }

  private FargateTaskDefinition task(
      Deployment deployment, StateStack state, EnvironmentValues environment, Packages packages) {
    LogGroup log =
        LogGroup.Builder.create(this, "Log")
            .logGroupName("/ecs/" + deployment.name(VoiceHost.NAME))
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    FargateTaskDefinition task =
        FargateTaskDefinition.Builder.create(this, "Task")
            .family(deployment.name(VoiceHost.NAME))
            .cpu(VoiceHost.CPU_UNITS)
            .memoryLimitMiB(VoiceHost.MEMORY_MB)
            .runtimePlatform(
                RuntimePlatform.builder()
                    .cpuArchitecture(CpuArchitecture.ARM64)
                    .operatingSystemFamily(OperatingSystemFamily.LINUX)
                    .build())
            .taskRole(role(state))
            .volumes(List.of(Volume.builder().name(SCRATCH).build()))
            .build();
    ContainerDefinition container =
        task.addContainer(
            VoiceHost.NAME,
            ContainerDefinitionOptions.builder()
                .image(packages.image(VoiceHost.NAME))
                .environment(variables(environment))
                .logging(
                    LogDriver.awsLogs(
                        AwsLogDriverProps.builder().logGroup(log).streamPrefix("task").build()))
                .portMappings(List.of(PortMapping.builder().containerPort(VoiceHost.PORT).build()))
                .readonlyRootFilesystem(true)
                .stopTimeout(STOP_TIMEOUT)
                .build());
    container.addMountPoints(
        MountPoint.builder().sourceVolume(SCRATCH).containerPath("/tmp").readOnly(false).build());
    return task;
  }

  private Map<String, String> variables(EnvironmentValues environment) {
    Map<String, String> variables = new TreeMap<>(environment.of(VoiceHost.ENVIRONMENT));
    variables.put(Variable.AWS_REGION, Stack.of(this).getRegion());
    return variables;
  }

  /**
   * Reads its secrets, wakes who sends, adds to recordings, and says that it must not be stopped
   * during a call.
   */
  private Role role(StateStack state) {
    Role role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("ecs-tasks.amazonaws.com"))
            .description("Deployable " + VoiceHost.NAME)
            .build();
    VoiceHost.SECRETS.forEach(provider -> state.secrets.of(provider).grantRead(role));
    Queue.all().stream()
        .filter(queue -> VoiceHost.ENVIRONMENT.contains(queue.urlVariable()))
        .forEach(queue -> state.queues.of(queue).grantSendMessages(role));
    state.recordings.grantAdding(role);
    role.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("ecs:GetTaskProtection", "ecs:UpdateTaskProtection"))
            .resources(List.of(ownTasks()))
            .build());
    return role;
  }

  private String ownTasks() {
    Stack stack = Stack.of(this);
    return stack.formatArn(
        software.amazon.awscdk.ArnComponents.builder()
            .service("ecs")
            .resource("task")
            .resourceName(cluster.getClusterName() + "/*")
            .build());
  }
}
