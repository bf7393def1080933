package io.conserje.simulated.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One port on the loopback behind which stand providers that hear and speak. */
public final class SpeechPort implements AutoCloseable {

  private static final int WAITING_CONNECTIONS = 1024;

  private final ServerSocket server;
  private final Provider[] providers;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  /** A provider. */
  public interface Provider {

    /** Whether this request is for it. */
    boolean serves(RequestHead head);

    /** On a thread of its own; when it returns the connection is closed. */
    void serve(Visit visit) throws IOException, InterruptedException;
  }

  private SpeechPort(ServerSocket server, Provider... providers) {
    this.server = server;
    this.providers = providers;
  }

  /**
   * @param port 0 for any free one
   */
  public static SpeechPort open(int port, Provider... providers) {
    try {
      InetAddress loopback = InetAddress.getByName("127.0.0.1");
      SpeechPort opened =
          new SpeechPort(new ServerSocket(port, WAITING_CONNECTIONS, loopback), providers);
      Thread.ofVirtual().start(opened::accept);
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code http://…}; sockets are asked for at the same place. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        connections.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException closed) {
        // The loop ends with the port.
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Visit visit = new Visit(connection);
      for (Provider provider : providers) {
        if (provider.serves(visit.head())) {
          provider.serve(visit);
          return;
        }
      }
      visit.answer(404, java.util.Map.of(), new byte[0]);
    } catch (IOException gone) {
      // Whoever came has left.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(connection);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException gone) {
      // Closed all the same.
    }
  }
}
