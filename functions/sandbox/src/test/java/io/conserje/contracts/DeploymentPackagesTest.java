package io.conserje.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.LambdaFunction;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is uploaded is what the function needs: every class more is a slower first answer. */
class DeploymentPackagesTest {

  private static final List<String> NOWHERE =
      List.of(
          "testkit",
          "sandbox",
          "junit",
          "elasticmq",
          "embedded-",
          "testcontainers",
          "archunit",
          "aws-cdk",
          "logback",
          "netty-nio-client");

  private static final Map<String, List<String>> NOT_IN =
      Map.of(
          "webhooks",
          List.of(
              "postgres",
              "flyway",
              "lettuce",
              "redis",
              "netty",
              "twilio",
              "hikari",
              "micronaut-data",
              "jackson-databind"),
          "turns",
          List.of("flyway"),
          "console",
          List.of("twilio", "flyway", "lettuce", "netty"),
          "follow-ups",
          List.of("lib/twilio-", "lettuce", "netty"));

  private static final List<String> CONSTRUCTORS =
      List.of(
          MethodTypeDesc.of(ConstantDescs.CD_void).descriptorString(),
          MethodTypeDesc.of(
                  ConstantDescs.CD_void,
                  Map.class.describeConstable().orElseThrow(),
                  InstantSource.class.describeConstable().orElseThrow())
              .descriptorString());

  static Stream<String> modules() {
    return LambdaFunction.all().stream().map(LambdaFunction::module).distinct();
  }

  static List<LambdaFunction> functions() {
    return LambdaFunction.all();
  }

  @Test
  void everyModuleSaysWhatItLeavesOut() {
    assertEquals(modules().sorted().toList(), NOT_IN.keySet().stream().sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void nothingTooMuchIsUploaded(String module) {
    List<String> refused = Stream.concat(NOWHERE.stream(), NOT_IN.get(module).stream()).toList();
    List<String> jars = jars(module);
    assertTrue(
        jars.stream().anyMatch(jar -> jar.startsWith("lib/connector-lambda-")), "no package");
    assertEquals(
        List.of(), jars.stream().filter(jar -> refused.stream().anyMatch(jar::contains)).toList());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void noJarIsThereInTwoVersions(String module) {
    List<String> artifacts =
        jars(module).stream().map(jar -> jar.replaceAll("-\\d.*", "")).toList();
    assertEquals(artifacts.stream().distinct().toList(), artifacts);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theHandlerIsThereAndCanBeMadeBothWays(LambdaFunction function) {
    ClassConstants handler =
        new Zip(function.module())
            .own(function.handler())
            .orElseThrow(() -> new AssertionError("No " + function.handler()));
    assertTrue(handler.isPublic(), function.handler());
    assertEquals(
        CONSTRUCTORS.stream().sorted().toList(), handler.publicConstructors().sorted().toList());
  }

  private static List<String> jars(String module) {
    return new Zip(module)
        .entries().stream()
            .filter(entry -> entry.endsWith(".jar"))
            .map(jar -> jar.toLowerCase(Locale.ROOT))
            .toList();
  }
}
