package io.conserje.infra;

import io.conserje.names.VoiceHost;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationActionProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.FixedResponseOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupLoadBalancingAlgorithmType;
import software.constructs.Construct;

/**
 * What telephone companies connect to: TLS only. It sends a call where the fewest are, and leaves a
 * call with its task for up to an hour after the task was taken out.
 */
final class VoiceDoor extends Construct {

  /** The longest the load balancer grants: as long as a long call. */
  private static final Duration LONGEST_CALL = Duration.hours(1);

  /** A call sends sound all the time; a socket that is silent for longer has lost its guest. */
  private static final Duration SILENT = Duration.seconds(120);

  final ApplicationLoadBalancer balancer;
  final ApplicationTargetGroup targets;

  VoiceDoor(
      Construct scope,
      Deployment deployment,
      String certificate,
      StateStack state,
      VoiceService tasks) {
    super(scope, "Door");
    SecurityGroup group = group(state);
    balancer =
        ApplicationLoadBalancer.Builder.create(this, "Balancer")
            .loadBalancerName(deployment.name("voice"))
            .vpc(state.network.vpc)
            .vpcSubnets(SubnetSelection.builder().subnetType(SubnetType.PUBLIC).build())
            .internetFacing(true)
            .securityGroup(group)
            .idleTimeout(SILENT)
            .dropInvalidHeaderFields(true)
            .build();
    targets = targets(state, tasks);
    listen(certificate);
  }

  private SecurityGroup group(StateStack state) {
    SecurityGroup group =
        SecurityGroup.Builder.create(this, "Group")
            .vpc(state.network.vpc)
            .description("Where telephone companies bring calls")
            .allowAllOutbound(false)
            .build();
    group.addIngressRule(Peer.anyIpv4(), Port.tcp(443), "Telephone companies");
    return group;
  }

  private ApplicationTargetGroup targets(StateStack state, VoiceService tasks) {
    return ApplicationTargetGroup.Builder.create(this, "Targets")
        .vpc(state.network.vpc)
        .port(VoiceHost.PORT)
        .protocol(ApplicationProtocol.HTTP)
        .targets(List.of(tasks.service))
        .deregistrationDelay(LONGEST_CALL)
        .loadBalancingAlgorithmType(
            TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS)
        .healthCheck(
            HealthCheck.builder()
                .path("/health")
                .interval(Duration.seconds(10))
                .timeout(Duration.seconds(5))
                .healthyThresholdCount(2)
                .unhealthyThresholdCount(3)
                .build())
        .build();
  }

  private void listen(String certificate) {
    ApplicationListener listener =
        ApplicationListener.Builder.create(this, "Listener")
            .loadBalancer(balancer)
            .port(443)
            .protocol(ApplicationProtocol.HTTPS)
            .certificates(List.of(ListenerCertificate.fromArn(certificate)))
            .sslPolicy(SslPolicy.RECOMMENDED_TLS)
            .open(false)
            .defaultAction(ListenerAction.forward(List.of(targets)))
            .build();
    listener.addAction(
        "NotForEverybody",
        AddApplicationActionProps.builder()
            .priority(1)
            .conditions(List.of(ListenerCondition.pathPatterns(List.of("/metrics*"))))
            .action(
                ListenerAction.fixedResponse(
                    404, FixedResponseOptions.builder().contentType("text/plain").build()))
            .build());
  }
}
