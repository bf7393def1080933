package io.conserje.infra;

import java.util.List;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/**
 * Functions reach the internet through one NAT gateway; data reaches nothing, and only functions
 * reach it.
 */
final class Network extends Construct {

  static final SubnetSelection FUNCTIONS =
      SubnetSelection.builder().subnetGroupName("functions").build();
  static final SubnetSelection DATA = SubnetSelection.builder().subnetGroupName("data").build();

  final Vpc vpc;
  final SecurityGroup functions;

  Network(Construct scope) {
    super(scope, "Network");
    vpc =
        Vpc.Builder.create(this, "Vpc")
            .maxAzs(2)
            .natGateways(1)
            // Nothing uses the default group; closing it would take a Lambda function of its own.
            .restrictDefaultSecurityGroup(false)
            .subnetConfiguration(
                List.of(
                    subnets("public", SubnetType.PUBLIC, 26),
                    subnets("functions", SubnetType.PRIVATE_WITH_EGRESS, 22),
                    subnets("data", SubnetType.PRIVATE_ISOLATED, 26)))
            .build();
    functions = group("FunctionsGroup", "Functions that use the database", true);
  }

  /** A group that takes connections from the functions, on these ports only, and opens none. */
  SecurityGroup reachedByFunctions(String id, Port ports) {
    SecurityGroup group = group(id, id + ": reached by the functions only", false);
    group.addIngressRule(Peer.securityGroupId(functions.getSecurityGroupId()), ports);
    return group;
  }

  private SecurityGroup group(String id, String description, boolean outbound) {
    return SecurityGroup.Builder.create(this, id)
        .vpc(vpc)
        .description(description)
        .allowAllOutbound(outbound)
        .build();
  }

  private static SubnetConfiguration subnets(String name, SubnetType type, int mask) {
    return SubnetConfiguration.builder()
        .name(name)
        .subnetType(type)
        .cidrMask(mask)
        .mapPublicIpOnLaunch(type == SubnetType.PUBLIC ? false : null)
        .build();
  }
}
