package io.conserje.sandbox.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.conserje.names.LambdaFunction;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.http.Answers;
import io.conserje.sandbox.lambda.FunctionFailed;
import io.conserje.sandbox.lambda.FunctionTimedOut;
import io.conserje.sandbox.lambda.Functions;
import io.conserje.sandbox.lambda.NoInstanceFree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An API Gateway HTTP API before the functions, no more generous than the real one. */
public final class Gateway implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  static final int REQUEST_BYTES = 10 * 1024 * 1024;
  static final int LAMBDA_BYTES = 6 * 1024 * 1024;
  static final int HEADER_BYTES = 10_240;

  private final Routes routes;
  private final Functions functions;
  private final InstantSource clock;
  private final Duration timeout;

  public Gateway(List<LambdaFunction> all, Functions functions, InstantSource clock) {
    this(all, functions, clock, Duration.ofSeconds(30));
  }

  Gateway(List<LambdaFunction> all, Functions functions, InstantSource clock, Duration timeout) {
    this.routes = new Routes(all);
    this.functions = functions;
    this.clock = clock;
    this.timeout = timeout;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (headerBytes(exchange) > HEADER_BYTES) {
        refuse(exchange, 431, "Request Header Fields Too Large");
        return;
      }
      byte[] body = exchange.getRequestBody().readNBytes(REQUEST_BYTES + 1);
      if (body.length > REQUEST_BYTES) {
        refuse(exchange, 413, "Request Entity Too Large");
        return;
      }
      Optional<Routes.Match> match =
          routes.find(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
      if (match.isEmpty()) {
        refuse(exchange, 404, "Not Found");
        return;
      }
      call(exchange, body, match.get());
    }
  }

  private void call(HttpExchange exchange, byte[] body, Routes.Match match) throws IOException {
    String event = Json.write(GatewayEvent.of(exchange, body, match, clock.instant()));
    if (event.getBytes(StandardCharsets.UTF_8).length > LAMBDA_BYTES) {
      refuse(exchange, 413, "Request Entity Too Large");
      return;
    }
    try {
      answer(exchange, withinTimeout(() -> functions.invoke(match.function(), event, timeout)));
    } catch (TimeoutException | NoInstanceFree e) {
      refuse(exchange, 503, "Service Unavailable");
    } catch (FunctionFailed | FunctionTimedOut | IllegalArgumentException e) {
      LOG.warn("{}: {}", match.function().name(), e.getMessage());
      refuse(exchange, 500, "Internal Server Error");
    }
  }

  private String withinTimeout(java.util.concurrent.Callable<String> call) throws TimeoutException {
    FutureTask<String> task = new FutureTask<>(call);
    Thread.startVirtualThread(task);
    try {
      return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeoutException();
    }
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    if (json.getBytes(StandardCharsets.UTF_8).length > LAMBDA_BYTES) {
      throw new IllegalArgumentException("The answer is larger than 6 MB.");
    }
    GatewayAnswer answer = GatewayAnswer.of(json);
    exchange.getResponseHeaders().putAll(answer.headers());
    Answers.bytes(exchange, answer.status(), answer.body());
  }

  private static void refuse(HttpExchange exchange, int status, String message) throws IOException {
    Answers.json(exchange, status, Map.of("message", message));
  }

  /** Request line and headers as they came. */
  private static int headerBytes(HttpExchange exchange) {
    int line =
        exchange.getRequestMethod().length()
            + exchange.getRequestURI().toString().length()
            + exchange.getProtocol().length()
            + 4;
    return exchange.getRequestHeaders().entrySet().stream()
        .flatMap(
            entry -> entry.getValue().stream().map(v -> entry.getKey().length() + v.length() + 4))
        .reduce(line, Integer::sum);
  }
}
