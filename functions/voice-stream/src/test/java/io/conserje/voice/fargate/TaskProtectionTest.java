package io.conserje.voice.fargate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.conserje.voice.call.LiveCalls;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskProtectionTest {

  private static final String PROTECTED =
      "{\"protection\":{\"ProtectionEnabled\":true,\"ExpirationDate\":\"2026-11-20T12:00:00Z\"}}";
  private static final String FREE = "{\"protection\":{\"ProtectionEnabled\":false}}";
  private static final String FAILURE =
      "{\"failure\":{\"Arn\":\"arn\",\"Reason\":\"DEPLOYMENT_BLOCKED\"}}";

  private static final LiveCalls.Carried CARRIED = () -> {};

  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final LiveCalls calls = new LiveCalls();
  private HttpServer agent;
  private ApplicationContext context;
  private TaskProtection protection;

  @BeforeEach
  void startAgent() throws IOException {
    agent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    agent.createContext("/v4/task-protection/v1/state", this::answer);
    agent.start();
    context = ApplicationContext.run();
    String address = "http://127.0.0.1:" + agent.getAddress().getPort() + "/v4";
    protection = new TaskProtection(address, calls, context.getBean(ObjectMapper.class)).start();
  }

  @AfterEach
  void stop() {
    protection.close();
    context.close();
    agent.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(exchange.getRequestMethod() + " " + body);
    byte[] answer = take(answers).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Test
  void taskIsProtectedFromTheFirstCallToTheEndOfTheLast() {
    answers.add(PROTECTED);
    calls.begin("one", CARRIED);
    assertEquals(true, take(asked).contains("\"ProtectionEnabled\":true"));
    calls.begin("two", CARRIED);
    calls.end("one", CARRIED);
    answers.add(FREE);
    calls.end("two", CARRIED);
    assertEquals("PUT {\"ProtectionEnabled\":false}", take(asked));
  }

  @Test
  void refusalWithStatus200IsAskedAgain() {
    answers.add(FAILURE);
    answers.add(PROTECTED);
    calls.begin("one", CARRIED);
    String first = take(asked);
    assertEquals(first, take(asked));
  }

  private static String take(BlockingQueue<String> queue) {
    try {
      String taken = queue.poll(60, TimeUnit.SECONDS);
      if (taken == null) {
        throw new AssertionError("Nothing came within a minute.");
      }
      return taken;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
