package io.conserje.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
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
                "AwsSolutions-S1",
                "Who heard a recording is in the console's own log; who put it there, in that of the"
                    + " task."),
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
                .appliesTo(
                    List.of(
                        "Resource::*",
                        RegexAppliesTo.builder()
                            .regex("/^Resource::.*/(parts|calls)/\\*$/")
                            .build()))
                .reason(
                    "Lambda's network interfaces in a VPC know no narrower resource; InvariantsTest"
                        + " allows these actions and no other. A recording's name is not known"
                        + " before its call; StateStackTest says who may do what there.")
                .build()));
    stacks.voice().ifPresent(Exceptions::grantVoice);
  }

  private static void grantVoice(VoiceStack voice) {
    NagSuppressions.addStackSuppressions(
        voice,
        List.of(
            exception(
                "AwsSolutions-EC23",
                "Telephone companies call from addresses that they change as they like; a socket is"
                    + " let in by its signature and a token that is good once."),
            exception(
                "AwsSolutions-ELB2",
                "The paths hold the tokens of calls; who called is in the task's own log, without"
                    + " them."),
            exception(
                "AwsSolutions-ECS2",
                "What stands there is no secret: names, addresses and levels. Secrets are read from"
                    + " Secrets Manager."),
            NagPackSuppression.builder()
                .id("AwsSolutions-IAM5")
                .reason(
                    "A task cannot know its own name beforehand, and ECR's log-in knows no narrower"
                        + " resource; InvariantsTest and VoiceStackTest allow these and no other.")
                .build()));
  }

  private static NagPackSuppression exception(String rule, String reason) {
    return NagPackSuppression.builder().id(rule).reason(reason).build();
  }
}
