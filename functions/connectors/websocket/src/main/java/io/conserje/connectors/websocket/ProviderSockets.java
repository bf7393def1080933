package io.conserje.connectors.websocket;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;

/** Opens sockets to providers on event loops that are there already. */
public final class ProviderSockets {

  private static final Duration TO_CONNECT = Duration.ofSeconds(2);
  private static final Duration TO_OPEN = Duration.ofSeconds(3);
  private static final int LARGEST_ANSWER = 65_536;
  private static final int LARGEST_MESSAGE = 2_000_000;

  private final EventLoopGroup loops;
  private final Class<? extends Channel> transport;
  private volatile SslContext tls;

  /**
   * @param transport what channels these loops carry
   */
  public ProviderSockets(EventLoopGroup loops, Class<? extends Channel> transport) {
    this.loops = loops;
    this.transport = transport;
  }

  /** The loop on which this is asked, where it is one of ours; otherwise any. */
  public EventLoop loop() {
    for (EventExecutor loop : loops) {
      if (loop.inEventLoop() && loop instanceof EventLoop here) {
        return here;
      }
    }
    return loops.next();
  }

  /**
   * Returns at once. Called on the loop.
   *
   * @param address {@code ws} or {@code wss}; {@code http} and {@code https} are taken for these
   */
  public ProviderSocket open(
      EventLoop loop, URI address, Map<String, String> headers, ProviderSocket.Events events) {
    ProviderSocket socket = new ProviderSocket(loop);
    SocketEvents told = new SocketEvents(socket, events);
    // A look-up of a name waits, and so does the first use of TLS.
    Thread.ofVirtual().start(() -> prepare(socket, told, asSocket(address), headers));
    return socket;
  }

  private void prepare(
      ProviderSocket socket, SocketEvents told, URI address, Map<String, String> headers) {
    try {
      boolean secure = address.getScheme().equals("wss");
      int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
      InetSocketAddress there = new InetSocketAddress(address.getHost(), port);
      SslContext context = secure ? tls() : null;
      socket.loop().execute(() -> connect(socket, told, there, context, address, headers));
    } catch (RuntimeException | SSLException e) {
      told.fails("no connection: " + e.getClass().getSimpleName());
    }
  }

  private void connect(
      ProviderSocket socket,
      SocketEvents told,
      InetSocketAddress there,
      SslContext context,
      URI address,
      Map<String, String> headers) {
    if (socket.isClosed()) {
      return;
    }
    new Bootstrap()
        .group(socket.loop())
        .channel(transport)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) TO_CONNECT.toMillis())
        .handler(new Pipeline(told, context, address, headers))
        .connect(there)
        .addListener(made -> {
          if (!made.isSuccess()) {
            told.fails("no connection: " + made.cause().getClass().getSimpleName());
          }
        });
  }

  /** So that the first call does not wait for whom to trust to be loaded. */
  public void prepare() {
    try {
      tls();
    } catch (SSLException unusable) {
      throw new IllegalStateException("No provider can be spoken to by TLS.", unusable);
    }
  }

  private SslContext tls() throws SSLException {
    if (tls == null) {
      synchronized (this) {
        if (tls == null) {
          tls = SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS").build();
        }
      }
    }
    return tls;
  }

  private static URI asSocket(URI address) {
    String text = address.toString();
    return text.startsWith("http") ? URI.create("ws" + text.substring("http".length())) : address;
  }

  /** What stands between the wire and whoever is told. */
  private static final class Pipeline extends ChannelInitializer<Channel> {

    private final SocketEvents told;
    private final SslContext context;
    private final URI address;
    private final HttpHeaders headers = new DefaultHttpHeaders();

    Pipeline(SocketEvents told, SslContext context, URI address, Map<String, String> headers) {
      this.told = told;
      this.context = context;
      this.address = address;
      headers.forEach(this.headers::add);
    }

    @Override
    protected void initChannel(Channel channel) {
      told.connected(channel);
      if (context != null) {
        int port = address.getPort() > 0 ? address.getPort() : 443;
        channel.pipeline().addLast(context.newHandler(channel.alloc(), address.getHost(), port));
      }
      channel
          .pipeline()
          .addLast(new HttpClientCodec())
          .addLast(new HttpObjectAggregator(LARGEST_ANSWER))
          .addLast(new WebSocketClientProtocolHandler(settings()))
          .addLast(new WebSocketFrameAggregator(LARGEST_MESSAGE))
          .addLast(told);
    }

    /**
     * A provider's text is not looked at letter by letter before it is read: a voice sends
     * megabytes of it, and what is no UTF-8 there is read as unknown letters instead of losing the
     * socket.
     */
    private WebSocketClientProtocolConfig settings() {
      return WebSocketClientProtocolConfig.newBuilder()
          .webSocketUri(address)
          .customHeaders(headers)
          .maxFramePayloadLength(LARGEST_MESSAGE)
          .handshakeTimeoutMillis(TO_OPEN.toMillis())
          .handleCloseFrames(false)
          .withUTF8Validator(false)
          .build();
    }
  }
}
