package io.conserje.connectors.websocket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tells what happens on the wire in the words of {@link ProviderSocket.Events}. */
final class SocketEvents extends SimpleChannelInboundHandler<WebSocketFrame> {

  private static final int LONGEST_REASON = 300;

  private final ProviderSocket socket;
  private final ProviderSocket.Events events;

  SocketEvents(ProviderSocket socket, ProviderSocket.Events events) {
    this.socket = socket;
    this.events = events;
  }

  void connected(Channel channel) {
    socket.connected(channel);
  }

  /** From any thread. */
  void fails(String reason) {
    socket.loop().execute(() -> end(SocketClosed.lost(reason)));
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (frame instanceof TextWebSocketFrame text && socket.isOpen()) {
      events.text(text.text());
    } else if (frame instanceof CloseWebSocketFrame close) {
      int code = close.statusCode() < 0 ? 1005 : close.statusCode();
      end(new SocketClosed(0, code, cut(close.reasonText()), Map.of()));
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE && !socket.isClosed()) {
      socket.opened();
      events.opened();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end(SocketClosed.lost("connection lost"));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
    if (fault instanceof WebSocketClientHandshakeException refused && refused.response() != null) {
      end(refused(refused.response()));
    } else {
      end(SocketClosed.lost(fault.getClass().getSimpleName()));
    }
  }

  private static SocketClosed refused(HttpResponse answer) {
    Map<String, String> headers = new TreeMap<>();
    answer.headers().forEach(h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue()));
    String body =
        answer instanceof FullHttpResponse full && full.refCnt() > 0
            ? full.content().toString(StandardCharsets.UTF_8)
            : "";
    return new SocketClosed(answer.status().code(), SocketClosed.NONE, cut(body), headers);
  }

  private static String cut(String reason) {
    return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
  }

  private void end(SocketClosed why) {
    if (socket.ends()) {
      events.closed(why);
    }
  }
}
