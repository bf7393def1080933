package io.conserje.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A webhook that must answer from cold carries no database, no cache and no provider's library. */
class DeployedClassPathTest {

  /** The build writes it: the jars that the deployment package holds. */
  private static final Path DEPLOYED = Path.of("target/runtime-classpath.txt");

  private static final List<String> REFUSED =
      List.of(
          "postgresql",
          "flyway",
          "hikari",
          "micronaut-data",
          "lettuce",
          "redis",
          "netty",
          "twilio",
          "httpclient5",
          "apache-client",
          "jackson-databind",
          "logback",
          "protobuf",
          "gson",
          "testkit",
          "elasticmq",
          "junit");

  @Test
  void nothingHeavyIsDeployed() throws IOException {
    List<String> jars = jars();
    assertEquals(List.of(), jars.stream().filter(DeployedClassPathTest::refused).toList());
  }

  @Test
  void whatIsLookedAtIsWhatTheFunctionNeeds() throws IOException {
    assertTrue(jars().stream().anyMatch(jar -> jar.contains("sqs-")), jars().toString());
    assertTrue(jars().stream().anyMatch(jar -> jar.contains("url-connection-client")));
  }

  private static boolean refused(String jar) {
    String name = Path.of(jar).getFileName().toString();
    return REFUSED.stream().anyMatch(name::contains);
  }

  private static List<String> jars() throws IOException {
    return Stream.of(Files.readString(DEPLOYED).strip().split(File.pathSeparator)).toList();
  }
}
