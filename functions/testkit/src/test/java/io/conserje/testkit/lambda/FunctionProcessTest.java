package io.conserje.testkit.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class FunctionProcessTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void helloAnswersThroughTheRealRuntimeClient() {
    try (var unpacked = DeploymentPackage.of(Hello.class);
        var function = start(Hello.class, unpacked)) {
      assertEquals("hello", body(function.invoke(event("{}"), LONG)));
      assertTrue(function.peakRssMb() > 20, "no peak memory was read");
    }
  }

  @Test
  void manyThreadsShareOneProcess() {
    try (var unpacked = DeploymentPackage.of(Echo.class);
        var function = start(Echo.class, unpacked)) {
      List<CompletableFuture<String>> answers =
          IntStream.range(0, 40)
              .mapToObj(i -> "\"" + i + "\"")
              .map(i -> CompletableFuture.supplyAsync(() -> text(function.invoke(event(i), LONG))))
              .toList();
      for (int i = 0; i < answers.size(); i++) {
        assertEquals("\"" + i + "\"", answers.get(i).join());
      }
    }
  }

  @Test
  void errorOfTheHandlerIsTold() {
    try (var unpacked = DeploymentPackage.of(Echo.class);
        var function = start(Echo.class, unpacked)) {
      var failed =
          assertThrows(FunctionFailed.class, () -> function.invoke(event("\"fail\""), LONG));
      assertTrue(failed.getMessage().contains("as the event asked"), failed.getMessage());
      assertEquals("\"again\"", text(function.invoke(event("\"again\""), LONG)));
    }
  }

  @Test
  void errorAtTheStartIsTold() {
    try (var unpacked = DeploymentPackage.of(NeverStarts.class);
        var function = start(NeverStarts.class, unpacked)) {
      var failed = assertThrows(FunctionFailed.class, () -> function.invoke(event("{}"), LONG));
      assertTrue(failed.getMessage().contains("did not start"), failed.getMessage());
      assertTrue(failed.getMessage().contains("no setting"), failed.getMessage());
    }
  }

  @Test
  void whoWaitsForAKilledProcessIsTold() {
    try (var unpacked = DeploymentPackage.of(Echo.class);
        var function = start(Echo.class, unpacked)) {
      function.invoke(event("\"started\""), LONG);
      var waiting = CompletableFuture.runAsync(() -> function.invoke(event("\"sleep\""), LONG));
      awaitOutput(function, "sleeping");
      function.kill();
      var failed = assertThrows(CompletionException.class, waiting::join);
      assertTrue(failed.getCause().getMessage().contains("status 137"), failed.getMessage());
      var later = assertThrows(FunctionFailed.class, () -> function.invoke(event("{}"), LONG));
      assertTrue(later.getMessage().contains("status 137"), later.getMessage());
      assertFalse(function.isAlive());
    }
  }

  @Test
  void hooksRunOnceAroundTheCheckpoint() throws Exception {
    try (var unpacked = DeploymentPackage.of(Hooks.class, Hooks.Written.class)) {
      Path crac = Path.of(Core.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Files.createDirectory(unpacked.task().resolve("lib"));
      Files.copy(crac, unpacked.task().resolve("lib").resolve("crac.jar"));
      var start = startOf(Hooks.class).snapStart();
      try (var function = FunctionProcess.start(start, unpacked)) {
        function.awaitCheckpoint(LONG);
        assertEquals(1, count(function.stdout(), "before checkpoint"));
        assertEquals(0, count(function.stdout(), "after restore"));
        function.restore();
        assertEquals("\"1 checkpoint, 1 restore\"", text(function.invoke(event("{}"), LONG)));
      }
    }
  }

  private static FunctionProcess start(Class<?> handler, DeploymentPackage unpacked) {
    return FunctionProcess.start(startOf(handler), unpacked);
  }

  private static FunctionStart startOf(Class<?> handler) {
    return FunctionStart.onDemand("test", handler.getName(), 512, Map.of());
  }

  private static void awaitOutput(FunctionProcess function, String text) {
    while (!function.stdout().contains(text)) {
      Thread.onSpinWait();
    }
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }

  private static byte[] event(String json) {
    return json.getBytes(UTF_8);
  }

  private static String text(byte[] answer) {
    return new String(answer, UTF_8);
  }

  private static String body(byte[] answer) {
    return text(answer).replaceAll(".*\"body\":\"([^\"]*)\".*", "$1");
  }
}
