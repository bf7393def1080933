package io.conserje.testkit.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The Lambda Runtime API for one function process: the runtime interface client inside that process
 * asks here for its next event and brings the answers back. Many threads may invoke; the process
 * takes one event at a time.
 */
public final class RuntimeApi implements AutoCloseable {

  private static final String BASE = "/2018-06-01/runtime/";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String functionName;
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> unanswered = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> checkpoint = new CompletableFuture<>();
  private final CompletableFuture<Void> restore = new CompletableFuture<>();
  private volatile FunctionFailed failure;

  private RuntimeApi(HttpServer server, String functionName) {
    this.server = server;
    this.functionName = functionName;
  }

  /** On a port of the system's choice. */
  public static RuntimeApi start(String functionName) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      RuntimeApi api = new RuntimeApi(server, functionName);
      server.createContext(BASE, api::handle);
      server.setExecutor(api.threads);
      server.start();
      return api;
    } catch (IOException e) {
      throw new UncheckedIOException("The runtime API did not start: " + e.getMessage(), e);
    }
  }

  /** What {@code AWS_LAMBDA_RUNTIME_API} is set to. */
  public String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * The function's answer.
   *
   * @throws FunctionFailed when it reports an error, does not start, is gone or does not answer in
   *     time
   */
  public byte[] invoke(byte[] event, Duration timeout) {
    Invocation invocation = Invocation.of(event, timeout);
    unanswered.put(invocation.id(), invocation);
    waiting.add(invocation);
    if (failure != null) {
      fail(failure);
    }
    try {
      return await(invocation.answer(), timeout, "No answer");
    } finally {
      waiting.remove(invocation);
      unanswered.remove(invocation.id());
    }
  }

  /** Waits until a function with SnapStart has run its hooks and could be snapshotted now. */
  public void awaitCheckpoint(Duration timeout) {
    await(checkpoint, timeout, "No checkpoint");
  }

  /** Lets a function that waits at its checkpoint go on, as after a restored snapshot. */
  public void restore() {
    restore.complete(null);
  }

  /**
   * Every invocation that has no answer yet, and every later one, fails like this; the first cause
   * stays.
   */
  void fail(FunctionFailed cause) {
    synchronized (this) {
      if (failure == null) {
        failure = cause;
      }
    }
    checkpoint.completeExceptionally(failure);
    unanswered.values().forEach(i -> i.answer().completeExceptionally(failure));
  }

  @Override
  public void close() {
    fail(new FunctionFailed("The runtime API was closed."));
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(BASE.length());
      byte[] body = exchange.getRequestBody().readAllBytes();
      switch (path) {
        case "invocation/next" -> next(exchange);
        case "restore/next" -> restoreNext(exchange);
        case "init/error" -> stop(exchange, "The function did not start: " + text(body));
        case "restore/error" -> stop(exchange, "The function was not restored: " + text(body));
        default -> answer(exchange, path, body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    Invocation invocation = waiting.take();
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadline()));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:eu-west-1:000000000000:function:" + functionName);
    headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
    send(exchange, 200, invocation.event());
  }

  private void restoreNext(HttpExchange exchange) throws IOException, InterruptedException {
    checkpoint.complete(null);
    try {
      restore.get();
    } catch (ExecutionException e) {
      throw new IOException(e);
    }
    send(exchange, 200, new byte[0]);
  }

  /** {@code invocation/{id}/response} and {@code invocation/{id}/error}. */
  private void answer(HttpExchange exchange, String path, byte[] body) throws IOException {
    String[] parts = path.split("/");
    Invocation invocation = parts.length == 3 ? unanswered.get(parts[1]) : null;
    if (invocation == null) {
      send(exchange, 404, new byte[0]);
      return;
    }
    if (parts[2].equals("response")) {
      invocation.answer().complete(body);
    } else {
      invocation
          .answer()
          .completeExceptionally(new FunctionFailed("The function failed: " + text(body)));
    }
    send(exchange, 202, new byte[0]);
  }

  private void stop(HttpExchange exchange, String message) throws IOException {
    fail(new FunctionFailed(message));
    send(exchange, 202, new byte[0]);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static <T> T await(CompletableFuture<T> future, Duration timeout, String otherwise) {
    try {
      return future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new FunctionFailed(otherwise + " within " + timeout.toMillis() + " ms.");
    } catch (ExecutionException e) {
      throw new FunctionFailed(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FunctionFailed("Interrupted while waiting for an answer.", e);
    }
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
