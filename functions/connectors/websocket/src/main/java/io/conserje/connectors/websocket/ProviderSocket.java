package io.conserje.connectors.websocket;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

/**
 * One socket to a provider. Used on its {@link #loop} only; nothing of it blocks. What is sent
 * before it is open, or after it was closed, is lost.
 */
public final class ProviderSocket {

  private final EventLoop loop;
  private Channel channel;
  private boolean open;
  private boolean closed;

  ProviderSocket(EventLoop loop) {
    this.loop = loop;
  }

  /** Is told on the socket's loop what happens to it. */
  public interface Events {

    void opened();

    void text(String text);

    /** The last thing; not told of a socket that was closed by {@link ProviderSocket#close}. */
    void closed(SocketClosed why);
  }

  public EventLoop loop() {
    return loop;
  }

  public boolean isOpen() {
    return open && !closed;
  }

  public void send(String text) {
    if (isOpen()) {
      channel.writeAndFlush(new TextWebSocketFrame(text), channel.voidPromise());
    }
  }

  /**
   * @param bytes not written to by anybody any more; they are sent without a copy. None are not
   *     sent: an empty frame ends a stream of sound
   */
  public void send(byte[] bytes) {
    if (isOpen() && bytes.length > 0) {
      channel.writeAndFlush(
          new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes)), channel.voidPromise());
    }
  }

  /** Whether so much waits to be sent that the provider cannot be reading any more. */
  public boolean isStuck() {
    return isOpen() && !channel.isWritable();
  }

  /** Nothing is told of it any more. */
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (channel != null && open) {
      channel.writeAndFlush(new CloseWebSocketFrame(1000, "")).addListener(sent -> channel.close());
    } else if (channel != null) {
      channel.close();
    }
  }

  boolean isClosed() {
    return closed;
  }

  void connected(Channel made) {
    channel = made;
    if (closed) {
      made.close();
    }
  }

  void opened() {
    open = true;
  }

  /** Whether somebody is still to be told. */
  boolean ends() {
    boolean told = !closed;
    closed = true;
    if (channel != null) {
      channel.close();
    }
    return told;
  }
}
