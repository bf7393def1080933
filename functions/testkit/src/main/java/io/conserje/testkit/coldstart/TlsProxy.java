package io.conserje.testkit.coldstart;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * TLS in front of a local server that speaks without it. For Postgres, whose clients first ask in
 * eight plain bytes whether TLS is to be had, it answers that question itself.
 */
final class TlsProxy implements AutoCloseable {

  private static final int SSL_REQUEST_BYTES = 8;

  private final ServerSocket listener;
  private final int target;
  private final SSLContext context;
  private final boolean postgres;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

  private TlsProxy(ServerSocket listener, int target, SSLContext context, boolean postgres) {
    this.listener = listener;
    this.target = target;
    this.context = context;
    this.postgres = postgres;
  }

  static TlsProxy to(int target, SSLContext context) {
    return start(target, context, false);
  }

  static TlsProxy toPostgres(int target, SSLContext context) {
    return start(target, context, true);
  }

  private static TlsProxy start(int target, SSLContext context, boolean postgres) {
    try {
      ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      TlsProxy proxy = new TlsProxy(listener, target, context, postgres);
      Thread.ofVirtual().start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Closes every connection there is; new ones are taken. */
  void cut() {
    clients.forEach(TlsProxy::quietly);
  }

  @Override
  public void close() {
    quietly(listener);
    cut();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        quietly(listener);
      }
    }
  }

  private void serve(Socket client) {
    clients.add(client);
    try (client;
        SSLSocket secured = secure(client);
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      server.setTcpNoDelay(true);
      Thread back = Thread.ofVirtual().start(() -> copy(server, secured));
      copy(secured, server);
      back.join();
    } catch (IOException e) {
      // The client went away.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      clients.remove(client);
    }
  }

  private SSLSocket secure(Socket client) throws IOException {
    client.setTcpNoDelay(true);
    if (postgres) {
      client.getInputStream().readNBytes(SSL_REQUEST_BYTES);
      client.getOutputStream().write('S');
    }
    SSLSocket secured =
        (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), true);
    secured.setUseClientMode(false);
    return secured;
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException e) {
      // One side closed: so does the other.
    }
  }

  private static void quietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
