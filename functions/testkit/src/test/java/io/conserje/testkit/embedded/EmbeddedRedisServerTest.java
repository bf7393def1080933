package io.conserje.testkit.embedded;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EmbeddedRedisServerTest {

  /** A sandbox that waits for its Redis to end by itself may never end. */
  @Test
  void redisThatDoesNotListenIsEndedAllTheSame() throws Exception {
    List<Long> before = children();
    EmbeddedRedisServer redis = EmbeddedRedisServer.start();
    ProcessHandle process =
        ProcessHandle.current().children().filter(p -> !before.contains(p.pid())).findAny().get();
    signal("STOP", process);
    try {
      CompletableFuture.runAsync(redis::close).get(30, TimeUnit.SECONDS);
      assertTrue(process.onExit().get(30, TimeUnit.SECONDS) != null);
    } finally {
      signal("CONT", process);
    }
  }

  private static List<Long> children() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).toList();
  }

  private static void signal(String name, ProcessHandle process)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
        .redirectErrorStream(true)
        .start()
        .waitFor();
  }
}
