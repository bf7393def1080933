package io.conserje.infra;

import java.util.List;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.elasticache.CfnServerlessCache;
import software.amazon.awscdk.services.elasticache.CfnServerlessCache.CacheUsageLimitsProperty;
import software.amazon.awscdk.services.elasticache.CfnServerlessCache.DataStorageProperty;
import software.amazon.awscdk.services.elasticache.CfnServerlessCache.ECPUPerSecondProperty;
import software.constructs.Construct;

/**
 * What may be lost: Valkey, which speaks Redis. The limits bound the bill, not the traffic of a
 * house.
 */
final class Cache extends Construct {

  private final CfnServerlessCache valkey;

  Cache(Construct scope, Deployment deployment, Network network) {
    super(scope, "Cache");
    // One port for writing, the next one for reading.
    SecurityGroup group = network.reachedByFunctions("CacheGroup", Port.tcpRange(6379, 6380));
    valkey =
        CfnServerlessCache.Builder.create(this, "Valkey")
            .serverlessCacheName(deployment.name("cache"))
            .description("Rate limits; may be emptied at any time")
            .engine("valkey")
            .majorEngineVersion("8")
            .subnetIds(network.vpc.selectSubnets(Network.DATA).getSubnetIds())
            .securityGroupIds(List.of(group.getSecurityGroupId()))
            .cacheUsageLimits(
                CacheUsageLimitsProperty.builder()
                    .dataStorage(DataStorageProperty.builder().maximum(1).unit("GB").build())
                    .ecpuPerSecond(ECPUPerSecondProperty.builder().maximum(5000).build())
                    .build())
            .build();
  }

  /** The cache takes TLS only. */
  String url() {
    return "rediss://" + valkey.getAttrEndpointAddress() + ":" + valkey.getAttrEndpointPort();
  }
}
