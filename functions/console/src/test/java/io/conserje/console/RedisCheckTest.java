package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

class RedisCheckTest {

  @Test
  void passwordIsGivenAndAWrongOneNoticed() throws IOException {
    int port = freePort();
    RedisServer server =
        RedisServer.newRedisServer()
            .port(port)
            .bind("127.0.0.1")
            .setting("requirepass p@ss:w+rd")
            .build();
    server.start();
    try {
      assertDoesNotThrow(() -> check("redis://:p%40ss%3Aw+rd@127.0.0.1:" + port).ping());
      assertDoesNotThrow(() -> check("redis://default:p%40ss:w+rd@127.0.0.1:" + port).ping());
      assertThrows(IOException.class, () -> check("redis://:wrong@127.0.0.1:" + port).ping());
      assertThrows(IOException.class, () -> check("redis://127.0.0.1:" + port).ping());
    } finally {
      server.stop();
    }
  }

  @Test
  void muteServerIsNotWaitedFor() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + mute.getLocalPort();
      assertThrows(IOException.class, () -> check("redis://" + address).ping());
      assertThrows(IOException.class, () -> check("rediss://" + address).ping());
    }
  }

  private static RedisCheck check(String url) {
    return new RedisCheck(() -> url);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
