package io.conserje.connectors.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Against a host that answers as it is told, the short way and the SDK's. */
class PuttingSqsTest {

  private static final String TAKEN = "{\"MD5OfMessageBody\":\"5d41402abc4b2a76b9719d911017c592\"}";
  private static final String OTHER = "{\"MD5OfMessageBody\":\"00000000000000000000000000000000\"}";

  private final Deque<Told> answers = new ArrayDeque<>();
  private final List<Came> came = new ArrayList<>();
  private HttpServer host;
  private SqsClient sqs;

  private record Told(int status, String body) {}

  private record Came(Headers headers, byte[] body, InetSocketAddress from) {

    boolean bySdk() {
      return headers.containsKey("amz-sdk-invocation-id");
    }
  }

  @BeforeEach
  void open() throws IOException {
    host = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    host.createContext("/", this::answer);
    host.start();
    sqs = SqsClients.forPutting(environment());
  }

  @AfterEach
  void close() {
    sqs.close();
    host.stop(0);
  }

  private Map<String, String> environment() {
    return TestQueues.environment(address());
  }

  private String address() {
    return "http://127.0.0.1:" + host.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      came.add(
          new Came(
              exchange.getRequestHeaders(),
              exchange.getRequestBody().readAllBytes(),
              exchange.getRemoteAddress()));
      Told told = answers.isEmpty() ? new Told(200, TAKEN) : answers.poll();
      byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
      if (told.status() > 0) {
        exchange.sendResponseHeaders(told.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private void put() {
    sqs.sendMessage(request ->
        request
            .queueUrl(address() + "/000000000000/q.fifo")
            .messageGroupId("g")
            .messageDeduplicationId("d")
            .messageBody("hello"));
  }

  @Test
  void oneAfterTheOtherGoesTheShortWayOnOneConnection() {
    put();
    put();

    Set<InetSocketAddress> connections = new HashSet<>();
    came.forEach(one -> connections.add(one.from()));
    assertEquals(List.of(false, false), came.stream().map(Came::bySdk).toList());
    assertEquals(1, connections.size());
  }

  @Test
  void whatIsNoPlainYesGoesTheSdksWay() {
    for (Told no :
        List.of(new Told(500, "{}"), new Told(403, "{}"), new Told(200, OTHER), new Told(0, ""))) {
      came.clear();
      answers.add(no);
      put();
      assertEquals(List.of(false, true), came.stream().map(Came::bySdk).toList(), no.toString());
    }
  }

  @Test
  void aConnectionThatIsGoneLosesNothing() throws IOException {
    put();
    int port = host.getAddress().getPort();
    host.stop(0);
    host = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    host.createContext("/", this::answer);
    host.start();

    put();

    assertEquals(2, came.size());
  }

  @Test
  void aQueueThatCannotBeReachedIsAFault() {
    host.stop(0);
    assertThrows(SdkException.class, this::put);
  }

  @Test
  void theSignatureIsTheSdksOwn() {
    try (SqsClient sdk = SqsClients.create(environment())) {
      sdk.sendMessage(request -> request.queueUrl(address() + "/0/q").messageBody("hello"));
    }
    Came signed = came.getFirst();
    String authorization = signed.headers().getFirst("Authorization");
    String names = authorization.replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
    SortedMap<String, String> headers = new TreeMap<>();
    for (String name : names.split(";")) {
      headers.put(name, signed.headers().getFirst(name));
    }
    AwsBasicCredentials keys = AwsBasicCredentials.create("test", "test");
    SqsSignature ours = new SqsSignature(StaticCredentialsProvider.create(keys), "eu-west-1");

    assertEquals(authorization, ours.authorization(headers, signed.body(), keys));
  }
}
