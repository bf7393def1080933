package io.conserje.infra;

import io.conserje.names.Variable;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.InstanceClass;
import software.amazon.awscdk.services.ec2.InstanceSize;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseInstance;
import software.amazon.awscdk.services.rds.DatabaseInstanceEngine;
import software.amazon.awscdk.services.rds.PostgresEngineVersion;
import software.amazon.awscdk.services.rds.PostgresInstanceEngineProps;
import software.amazon.awscdk.services.rds.StorageType;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/** The truth: one Postgres, encrypted, backed up, reached by the functions only. */
final class Database extends Construct {

  static final String NAME = "conserje";
  private static final int PORT = 5432;

  final DatabaseInstance instance;

  Database(Construct scope, Network network, Secret credentials) {
    super(scope, "Database");
    instance =
        DatabaseInstance.Builder.create(this, "Postgres")
            .engine(
                DatabaseInstanceEngine.postgres(
                    PostgresInstanceEngineProps.builder()
                        .version(PostgresEngineVersion.VER_17)
                        .build()))
            .instanceType(InstanceType.of(InstanceClass.T4G, InstanceSize.MICRO))
            .vpc(network.vpc)
            .vpcSubnets(Network.DATA)
            .securityGroups(List.of(network.reachedByFunctions("DatabaseGroup", Port.tcp(PORT))))
            .publiclyAccessible(false)
            .port(PORT)
            .databaseName(NAME)
            .credentials(
                Credentials.fromPassword(
                    ProviderSecrets.POSTGRES_USER,
                    credentials.secretValueFromJson(Variable.POSTGRES_PASSWORD)))
            .storageType(StorageType.GP3)
            .allocatedStorage(20)
            .maxAllocatedStorage(100)
            .storageEncrypted(true)
            .backupRetention(Duration.days(14))
            .deleteAutomatedBackups(false)
            .copyTagsToSnapshot(true)
            .autoMinorVersionUpgrade(true)
            .deletionProtection(true)
            .removalPolicy(RemovalPolicy.SNAPSHOT)
            .build();
  }

  String server() {
    return instance.getDbInstanceEndpointAddress();
  }

  String port() {
    return instance.getDbInstanceEndpointPort();
  }
}
