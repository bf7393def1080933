package io.conserje.sandbox.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One HTTP port on the loopback; every request has its own virtual thread. */
public final class HttpPort implements AutoCloseable {

  private static final int WAITING_CONNECTIONS = 1024;

  static {
    // Without it every answer on a kept connection waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private HttpPort(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
  }

  /** Takes the port; requests wait until {@link #serve}. Zero takes any free one. */
  public static HttpPort take(int port, String variable) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
      return new HttpPort(HttpServer.create(address, WAITING_CONNECTIONS));
    } catch (BindException e) {
      throw new PortInUse(port, variable);
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + port + " could not be opened.", e);
    }
  }

  /** Only looks whether somebody else could take it; a server that never ran keeps its port. */
  public static void mustBeFree(int port, String variable) {
    try (ServerSocket look = new ServerSocket()) {
      look.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
    } catch (BindException e) {
      throw new PortInUse(port, variable);
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + port + " could not be opened.", e);
    }
  }

  /** Serves everything under a path by a handler of its own. */
  public void put(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  public void serve(HttpHandler handler) {
    server.createContext("/", handler);
    server.start();
  }

  public int number() {
    return server.getAddress().getPort();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + number());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
