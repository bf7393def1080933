package io.conserje.connectors.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** A small function for the tests of what every function shares. */
final class SampleFunction extends HttpFunction {

  SampleFunction(Map<String, String> environment) {
    super(
        FunctionContext.start(
            SampleFunction.class, new FunctionEnvironment(environment, InstantSource.system())));
  }

  APIGatewayV2HTTPResponse call(String method, String path, Map<String, String> headers) {
    return handleRequest(event(method, path, headers), new MockLambdaContext());
  }

  static APIGatewayV2HTTPEvent event(String method, String path, Map<String, String> headers) {
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRawPath(path)
        .withRawQueryString("")
        .withHeaders(headers)
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withRequestId("gateway-1")
                .withHttp(
                    APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                        .withMethod(method)
                        .withPath(path)
                        .build())
                .build())
        .build();
  }

  APIGatewayV2HTTPResponse post(String path, String body) {
    APIGatewayV2HTTPEvent event = event("POST", path, Map.of("content-type", "application/json"));
    event.setBody(body);
    return handleRequest(event, new MockLambdaContext());
  }

  @Controller("/sample")
  static final class Sample {

    @Get("/log")
    String log() {
      LoggerFactory.getLogger(Sample.class).info("Here.");
      return "logged";
    }

    @Get("/setting")
    String setting() {
      throw new MissingSetting("SOME_KEY");
    }

    @Get("/fault")
    String fault() {
      throw new IllegalStateException("Lucía +34600000101");
    }

    @Post("/json")
    String json() {
      return "taken";
    }

    @Post("/wish")
    String wish(@Body Wish wish) {
      return "taken";
    }

    @Post("/bytes")
    String bytes(@Body byte[] bytes) {
      return "taken";
    }

    @Serdeable
    record Wish(
        @Nullable String venue,
        @Nullable Integer partySize,
        @Nullable Boolean pets,
        @Nullable List<String> words,
        @Nullable Who who) {}

    @Serdeable
    record Who(@Nullable String name, @Nullable List<Integer> ages) {}
  }
}
