package io.conserje.connectors.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One connection, opened at the first question. It does not survive a frozen or restored function,
 * and is then opened anew. {@link #close} before a snapshot; the next question opens it again.
 */
public final class RedisConnection implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofMillis(500);
  private static final Duration COMMAND = Duration.ofMillis(300);

  private static final ClientOptions OPTIONS =
      ClientOptions.builder()
          .autoReconnect(false)
          .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
          .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).build())
          .sslOptions(SslOptions.builder().handshakeTimeout(CONNECT).build())
          .build();

  private final Supplier<String> url;

  /** Outlives its connections: news of one that was closed is still told on its threads. */
  private RedisClient client;

  private ClientResources threads;
  private Open open;

  /**
   * @param url {@code redis://host:port}, {@code rediss://} for TLS; read at each question
   */
  public RedisConnection(Supplier<String> url) {
    this.url = url;
  }

  /**
   * Asks, and over a connection kept from before asks again on a new one, because the old one may
   * have died unseen.
   *
   * @param question must do no harm when asked twice
   */
  public <T> T ask(Function<RedisCommands<String, String>, T> question) {
    Open kept = kept();
    if (kept != null) {
      try {
        return question.apply(kept.connection().sync());
      } catch (RuntimeException e) {
        drop(kept);
      }
    }
    return askAnew(question);
  }

  private <T> T askAnew(Function<RedisCommands<String, String>, T> question) {
    Open fresh = open();
    try {
      return question.apply(fresh.connection().sync());
    } catch (RuntimeException e) {
      drop(fresh);
      throw e;
    }
  }

  private synchronized Open kept() {
    if (open != null && !(open.url().equals(url.get()) && open.connection().isOpen())) {
      drop(open);
    }
    return open;
  }

  private synchronized Open open() {
    if (open == null) {
      open = Open.at(url.get(), client());
    }
    return open;
  }

  private synchronized void drop(Open dead) {
    dead.connection().closeAsync();
    if (open == dead) {
      open = null;
    }
  }

  private RedisClient client() {
    if (client == null) {
      threads =
          DefaultClientResources.builder().ioThreadPoolSize(2).computationThreadPoolSize(2).build();
      client = RedisClient.create(threads);
      client.setOptions(OPTIONS);
    }
    return client;
  }

  @Override
  public synchronized void close() {
    open = null;
    if (client != null) {
      client.shutdown(0, 1, TimeUnit.SECONDS);
      threads.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1000);
      client = null;
    }
  }

  private record Open(String url, StatefulRedisConnection<String, String> connection) {

    static Open at(String url, RedisClient client) {
      RedisURI uri = RedisURI.create(url);
      uri.setTimeout(COMMAND);
      return new Open(url, client.connect(StringCodec.UTF8, uri));
    }
  }
}
