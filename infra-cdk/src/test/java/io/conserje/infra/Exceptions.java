package io.conserje.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;

/** Where the stacks depart from AWS's good practice, and why. */
final class Exceptions {

  private Exceptions() {}

  static void grant(ConserjeApp.Stacks stacks) {
    NagSuppressions.addStackSuppressions(
        stacks.state(),
        List.of(
            exception(
                "AwsSolutions-VPC7",
                "Nothing in the VPC takes a connection from outside; flow logs would cost more than"
                    + " they tell."),
            exception(
                "AwsSolutions-SMG4",
                "AWS cannot rotate a provider's key, and its rotation for RDS expects other names"
                    + " in the secret. docs/deploy.md has the steps by hand."),
            exception(
                "AwsSolutions-RDS3",
                "A second zone doubles the price of the database. While it is away, messages wait"
                    + " in the queues for up to four days."),
            exception(
                "AwsSolutions-RDS11",
                "The port is no secret: only the functions' security group reaches it.")));
    NagSuppressions.addStackSuppressions(
        stacks.functions(),
        List.of(
            exception(
                "AwsSolutions-APIG4",
                "Webhooks are verified by the provider's signature and the console by its key, both"
                    + " in the functions: API Gateway can check neither."),
            NagPackSuppression.builder()
                .id("AwsSolutions-IAM5")
                .appliesTo(List.of("Resource::*"))
                .reason(
                    "Lambda's network interfaces in a VPC know no narrower resource; InvariantsTest"
                        + " allows these actions and no other.")
                .build()));
  }

  private static NagPackSuppression exception(String rule, String reason) {
    return NagPackSuppression.builder().id(rule).reason(reason).build();
  }
}
