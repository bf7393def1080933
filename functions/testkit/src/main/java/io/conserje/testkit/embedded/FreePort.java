package io.conserje.testkit.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * A port for a server that cannot be told to choose one itself. Between the choice and the start
 * somebody else may take it; so it is none that the system gives to outgoing connections, and who
 * starts a server tries several.
 */
final class FreePort {

  /** What may go wrong with a port. */
  @FunctionalInterface
  interface Start<T> {
    T on(int port) throws IOException;
  }

  private static final int LOWEST = 12_000;
  private static final int HIGHEST = 32_000;
  private static final int TRIES = 5;
  private static final RandomGenerator RANDOM = new SecureRandom();

  private FreePort() {}

  /** The server on the first port on which it starts. */
  static <T> T start(String what, Start<T> server) {
    IOException last = null;
    for (int i = 0; i < TRIES; i++) {
      try {
        return server.on(free());
      } catch (IOException e) {
        last = e;
      }
    }
    throw new UncheckedIOException(what + " did not start: " + last.getMessage(), last);
  }

  private static int free() {
    while (true) {
      int port = RANDOM.nextInt(LOWEST, HIGHEST);
      try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return taken.getLocalPort();
      } catch (IOException e) {
        // somebody has it
      }
    }
  }
}
