package io.conserje.voice.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/** One call's socket, after the upgrade. */
final class SocketHandler extends ChannelInboundHandlerAdapter {

  private final SocketLine line;
  private ChannelHandlerContext context;
  private boolean flushing;
  private boolean over;

  SocketHandler(SocketLine line) {
    this.line = line;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    this.context = context;
  }

  /** The upgrade was answered. */
  void open() {
    line.opened(new Out(), new EventLoopThread(context.channel().eventLoop()));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      switch (message) {
        case TextWebSocketFrame text -> line.text(bytes(text.content()));
        case PingWebSocketFrame ping ->
            context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
        case CloseWebSocketFrame close -> {
          context.writeAndFlush(new CloseWebSocketFrame(1000, ""));
          end("closed by the other side: " + close.statusCode());
        }
        case WebSocketFrame _ -> {}
        default -> {}
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private static byte[] bytes(ByteBuf content) {
    return ByteBufUtil.getBytes(content);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end("connection lost");
    context.fireChannelInactive();
  }

  /** A frame that is none ends this call, and no other. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
    end("connection failed: " + fault.getClass().getSimpleName());
  }

  /** Whoever does not read for so long that this much waits hears nothing any more. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (!context.channel().isWritable()) {
      end("the other side does not read");
    }
  }

  private void end(String reason) {
    if (!over) {
      over = true;
      line.closed(reason);
      context.close();
    }
  }

  /** Messages of one moment leave together. */
  private final class Out implements SocketLine.Out {

    @Override
    public void text(String message) {
      if (over) {
        return;
      }
      context.write(new TextWebSocketFrame(message), context.voidPromise());
      if (!flushing) {
        flushing = true;
        context.executor().execute(this::flush);
      }
    }

    private void flush() {
      flushing = false;
      context.flush();
    }

    @Override
    public void close() {
      if (!over) {
        over = true;
        context.writeAndFlush(new CloseWebSocketFrame(1000, ""));
        context.close();
        line.closed("closed by us");
      }
    }
  }
}
