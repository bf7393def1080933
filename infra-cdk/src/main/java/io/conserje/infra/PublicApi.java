package io.conserje.infra;

import io.conserje.names.Route;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogDestination;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogSettings;
import software.amazon.awscdk.services.apigatewayv2.LogGroupLogDestination;
import software.amazon.awscdk.services.apigatewayv2.PayloadFormatVersion;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * The front door: an HTTP API whose only stage is {@code $default}, so that paths arrive as they
 * were called.
 */
final class PublicApi extends Construct {

  /** No query string and no caller's address: both may point at a guest. */
  private static final String LOG_LINE =
      """
      {"requestId":"$context.requestId","time":"$context.requestTime","route":"$context.routeKey",\
      "status":"$context.status","latencyMs":"$context.responseLatency",\
      "functionStatus":"$context.integrationStatus","functionMs":"$context.integrationLatency",\
      "error":"$context.error.message","functionError":"$context.integrationErrorMessage"}\
      """;

  final HttpApi api;

  PublicApi(Construct scope, Deployment deployment) {
    super(scope, "PublicApi");
    api =
        HttpApi.Builder.create(this, "Api")
            .apiName(deployment.name("api"))
            .createDefaultStage(false)
            .build();
    HttpStage.Builder.create(this, "Stage")
        .httpApi(api)
        .stageName("$default")
        .autoDeploy(true)
        .throttle(ThrottleSettings.builder().rateLimit(300).burstLimit(600).build())
        .accessLogSettings(new AccessLog(log(deployment)))
        .build();
  }

  void route(DeployedFunction function, List<Route> routes) {
    for (Route route : routes) {
      api.addRoutes(
          AddRoutesOptions.builder()
              .path(route.path())
              .methods(List.of(HttpMethod.valueOf(route.method())))
              .integration(
                  HttpLambdaIntegration.Builder.create(route.key(), function.live)
                      .payloadFormatVersion(PayloadFormatVersion.VERSION_2_0)
                      .build())
              .build());
    }
  }

  private LogGroup log(Deployment deployment) {
    return LogGroup.Builder.create(this, "AccessLog")
        .logGroupName("/aws/vendedlogs/" + deployment.name("api"))
        .retention(RetentionDays.ONE_MONTH)
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }

  private record AccessLog(LogGroup group) implements IAccessLogSettings {
    @Override
    public IAccessLogDestination getDestination() {
      return new LogGroupLogDestination(group);
    }

    @Override
    public AccessLogFormat getFormat() {
      return AccessLogFormat.custom(LOG_LINE);
    }
  }
}
