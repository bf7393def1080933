package io.conserje.voice.socket;

import io.conserje.voice.socket.Door.Asked;
import io.conserje.voice.socket.Door.Entry;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before the HTTP server on each connection and takes what comes to a door; the rest goes on
 * to the server. Nobody is upgraded who was not let in.
 */
final class DoorKeeper extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(DoorKeeper.class);
  private static final int LONGEST_MESSAGE = 64 * 1024;
  private static final WriteBufferWaterMark UNREAD =
      new WriteBufferWaterMark(64 * 1024, 256 * 1024);

  private final List<Door> doors;

  /** Whether what comes belongs to a request that was taken. */
  private boolean taken;

  DoorKeeper(List<Door> doors) {
    this.doors = doors;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request && !taken) {
      Optional<Door> door = doorOf(request.uri());
      if (door.isPresent()) {
        taken = true;
        ReferenceCountUtil.release(message);
        ask(context, door.get(), request);
        return;
      }
    } else if (taken && message instanceof HttpObject) {
      ReferenceCountUtil.release(message);
      return;
    }
    context.fireChannelRead(message);
  }

  private Optional<Door> doorOf(String uri) {
    return doors.stream().filter(door -> uri.startsWith(door.path())).findFirst();
  }

  private void ask(ChannelHandlerContext context, Door door, HttpRequest request) {
    if (!HttpHeaderValues.WEBSOCKET.contentEqualsIgnoreCase(
        request.headers().get(HttpHeaderNames.UPGRADE, ""))) {
      refuse(context, new Entry.Refused(426, "Only WebSockets are taken here."));
      return;
    }
    Asked asked = asked(door, request);
    Thread.ofVirtual().name("door").start(() -> decide(context, door, asked, request));
  }

  private static Asked asked(Door door, HttpRequest request) {
    String path = request.uri();
    String[] behind = path.substring(door.path().length()).split("\\?", 2)[0].split("/", 2);
    return new Asked(
        path, behind[0], behind.length > 1 ? behind[1] : "", request.headers()::getAll);
  }

  private void decide(ChannelHandlerContext context, Door door, Asked asked, HttpRequest request) {
    Entry entry = enter(door, asked);
    context
        .executor()
        .execute(() -> {
          switch (entry) {
            case Entry.Let(SocketLine line) -> upgrade(context, line, request);
            case Entry.Refused refused -> refuse(context, refused);
          }
        });
  }

  private static Entry enter(Door door, Asked asked) {
    try {
      return door.enter(asked);
    } catch (RuntimeException fault) {
      LOG.error("A call could not be let in; its carrier is answered 503.", fault);
      return new Entry.Refused(503, "Not now.");
    }
  }

  private void refuse(ChannelHandlerContext context, Entry.Refused refused) {
    LOG.atWarn()
        .addKeyValue("status", refused.status())
        .log("A socket is refused: {}", refused.reason());
    FullHttpResponse answer =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(refused.status()),
            Unpooled.copiedBuffer(
                "{\"status\":%d,\"detail\":\"%s\"}".formatted(refused.status(), refused.reason()),
                StandardCharsets.UTF_8));
    answer.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json");
    answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.content().readableBytes());
    answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
  }

  private void upgrade(ChannelHandlerContext context, SocketLine line, HttpRequest request) {
    WebSocketServerHandshaker handshaker =
        new WebSocketServerHandshakerFactory(request.uri(), null, false, LONGEST_MESSAGE)
            .newHandshaker(request);
    if (handshaker == null) {
      line.closed("no version of WebSocket in common");
      refuse(context, new Entry.Refused(426, "Only WebSocket version 13 is taken here."));
      return;
    }
    removeServer(context);
    SocketHandler socket = new SocketHandler(line);
    context.pipeline().addLast(new WebSocketFrameAggregator(LONGEST_MESSAGE), socket);
    context.channel().config().setWriteBufferWaterMark(UNREAD);
    handshaker
        .handshake(context.channel(), whole(request))
        .addListener((ChannelFuture answered) -> {
          if (answered.isSuccess()) {
            context.channel().config().setAutoRead(true);
            context.read();
            socket.open();
          } else {
            line.closed("the upgrade was not answered");
            context.close();
          }
        });
  }

  private static FullHttpRequest whole(HttpRequest request) {
    return new DefaultFullHttpRequest(
        request.protocolVersion(),
        request.method(),
        request.uri(),
        Unpooled.EMPTY_BUFFER,
        request.headers(),
        request.headers());
  }

  /** From here on nothing of HTTP is needed on this connection but the answer to the upgrade. */
  private void removeServer(ChannelHandlerContext context) {
    ChannelPipeline pipeline = context.pipeline();
    for (Map.Entry<String, ChannelHandler> handler : pipeline.toMap().entrySet()) {
      boolean kept =
          handler.getValue() == this
              || handler.getValue() instanceof SslHandler
              || handler.getValue() instanceof HttpServerCodec;
      if (!kept) {
        pipeline.remove(handler.getKey());
      }
    }
  }
}
