package io.conserje.connectors.languagemodel;

import io.conserje.conversation.ModelFailed;
import io.conserje.conversation.ModelFailed.Why;
import io.conserje.conversation.Tokens;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request and its streamed answer, within the limits. */
final class Exchange {

  private static final int LONGEST_ERROR = 64 * 1024;

  /** What follows a finished reply is only its price. */
  private static final long PATIENCE_FOR_THE_PRICE = TimeUnit.MILLISECONDS.toNanos(300);

  private final HttpClient connections;
  private final ObjectMapper json;
  private final Limits limits;

  Exchange(HttpClient connections, ObjectMapper json, Limits limits) {
    this.connections = connections;
    this.json = json;
    this.limits = limits;
  }

  /** Fills the reply; throws {@link Trouble.Failed} or {@link ModelFailed}. */
  void complete(HttpRequest request, StreamedReply reply) {
    Pieces pieces = new Pieces();
    CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> sent =
        connections.sendAsync(request, HttpResponse.BodyHandlers.ofPublisher());
    try {
      HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer =
          sent.get(Math.max(0, limits.leftForFirst()), TimeUnit.NANOSECONDS);
      answer.body().subscribe(pieces);
      if (answer.statusCode() != 200) {
        throw Trouble.ofStatus(answer.statusCode(), error(pieces), answer.headers());
      }
      read(pieces, reply);
    } catch (TimeoutException e) {
      throw slow("nothing within its time", Tokens.NONE);
    } catch (ExecutionException e) {
      throw Trouble.unanswered(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw slow("interrupted", Tokens.NONE);
    } finally {
      sent.cancel(true);
      pieces.stop();
    }
  }

  private void read(Pieces pieces, StreamedReply reply) throws InterruptedException {
    ServerSentEvents events = new ServerSentEvents();
    while (!reply.done()) {
      Pieces.Piece piece = pieces.next(left(reply));
      if (piece == null && reply.finished()) {
        return;
      }
      if (piece == null) {
        throw slow(reply.begun() ? "no end in time" : "no first word in time", reply.tokens());
      }
      if (piece.isEnd()) {
        events.end().forEach(reply::take);
        if (piece.fault() != null && !reply.finished()) {
          throw new ModelFailed(Why.BROKEN, "the connection was cut", null, reply.tokens());
        }
        return;
      }
      events.take(piece.bytes()).forEach(reply::take);
    }
  }

  private long left(StreamedReply reply) {
    if (reply.finished()) {
      return Math.min(PATIENCE_FOR_THE_PRICE, limits.leftForWhole());
    }
    return reply.begun() ? limits.leftForWhole() : limits.leftForFirst();
  }

  private static ModelFailed slow(String reason, Tokens tokens) {
    return new ModelFailed(Why.SLOW, reason, null, tokens);
  }

  private JsonNode error(Pieces pieces) throws InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (body.size() < LONGEST_ERROR) {
      Pieces.Piece piece = pieces.next(limits.leftForFirst());
      if (piece == null || piece.isEnd()) {
        break;
      }
      body.writeBytes(piece.bytes());
    }
    try {
      JsonNode read = json.readValue(body.toByteArray(), JsonNode.class);
      return read == null ? JsonNode.nullNode() : Fields.at(read, "error");
    } catch (IOException | RuntimeException e) {
      return JsonNode.nullNode();
    }
  }
}
