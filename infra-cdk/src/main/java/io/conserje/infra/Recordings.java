package io.conserje.infra;

import io.conserje.names.LambdaFunction;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/**
 * The sound of calls: parts while they run, one recording afterwards. Whoever does something here
 * may do that and nothing else; what the jobs forget to delete goes by its age.
 */
final class Recordings extends Construct {

  private static final String PARTS = "parts/";
  private static final String CALLS = "calls/";

  /** A part is put together with the others within minutes. */
  private static final Duration PARTS_KEPT = Duration.days(7);

  /** A day longer than a house may keep one. */
  private static final Duration LONGEST_KEPT = Duration.days(366);

  final Bucket bucket;

  Recordings(Construct scope) {
    super(scope, "Recordings");
    bucket =
        Bucket.Builder.create(this, "Bucket")
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .lifecycleRules(
                List.of(
                    expiring("PartsGoByThemselves", PARTS, PARTS_KEPT),
                    expiring("CallsGoByThemselves", CALLS, LONGEST_KEPT)))
            .build();
  }

  private static LifecycleRule expiring(String id, String prefix, Duration age) {
    return LifecycleRule.builder()
        .id(id)
        .prefix(prefix)
        .expiration(age)
        .abortIncompleteMultipartUploadAfter(Duration.days(1))
        .build();
  }

  /** Whoever carries calls adds parts, and can neither read nor delete any. */
  void grantAdding(Role role) {
    role.addToPolicy(statement(List.of("s3:PutObject"), PARTS));
  }

  void grant(LambdaFunction function, Role role) {
    if (function == LambdaFunction.CONSOLE) {
      role.addToPolicy(statement(List.of("s3:GetObject"), CALLS));
    } else if (function == LambdaFunction.FOLLOW_UPS) {
      role.addToPolicy(statement(List.of("s3:GetObject", "s3:DeleteObject"), PARTS));
      role.addToPolicy(statement(List.of("s3:PutObject", "s3:DeleteObject"), CALLS));
      role.addToPolicy(
          PolicyStatement.Builder.create()
              .actions(List.of("s3:ListBucket"))
              .resources(List.of(bucket.getBucketArn()))
              .build());
    }
  }

  private PolicyStatement statement(List<String> actions, String prefix) {
    return PolicyStatement.Builder.create()
        .actions(actions)
        .resources(List.of(bucket.arnForObjects(prefix + "*")))
        .build();
  }
}
