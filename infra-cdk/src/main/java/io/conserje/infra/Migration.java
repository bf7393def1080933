package io.conserje.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.customresources.Provider;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * Calls {@code migrate} in each deploy that brings a new version of it. No other alias moves before
 * the tables of the new version are there; a failure rolls everything back.
 */
final class Migration extends Construct {

  Migration(Construct scope, Deployment deployment, DeployedFunction migrate, List<Alias> others) {
    super(scope, "Migration");
    LogGroup log =
        LogGroup.Builder.create(this, "Log")
            .logGroupName("/aws/lambda/" + deployment.name("migration"))
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    Role role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .build();
    log.grantWrite(role);
    Provider caller =
        Provider.Builder.create(this, "Caller")
            .onEventHandler(migrate.live)
            .frameworkOnEventRole(role)
            .logGroup(log)
            .build();
    CustomResource call =
        CustomResource.Builder.create(this, "Call")
            .serviceToken(caller.getServiceToken())
            .resourceType("Custom::Migration")
            .properties(Map.of("version", migrate.live.getVersion().getVersion()))
            .build();
    call.getNode().addDependency(migrate.live);
    others.forEach(alias -> alias.getNode().addDependency(call));
  }
}
