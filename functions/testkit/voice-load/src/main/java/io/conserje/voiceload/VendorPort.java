package io.conserje.voiceload;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;

/** Where the scripted vendors are reached. */
final class VendorPort {

  private static final String EAR = "/v1/listen";
  private static final String VOICE = "/v1/text-to-speech/";
  private static final int LARGEST = 65_536;

  private final ChannelGroup ears = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final ChannelGroup voices = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final int port;

  VendorPort(EventLoopGroup loops) {
    Channel server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(new Pipeline())
            .bind("127.0.0.1", 0)
            .syncUninterruptibly()
            .channel();
    this.port = ((InetSocketAddress) server.localAddress()).getPort();
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** Sockets that are open now. */
  int ears() {
    return ears.size();
  }

  /** The same, with those that only stand ready. */
  int voices() {
    return voices.size();
  }

  private final class Pipeline extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel channel) {
      channel
          .pipeline()
          .addLast(new HttpServerCodec(), new HttpObjectAggregator(LARGEST), new Vendor());
    }
  }

  /** Whose socket it is stands in the first line of the request. */
  private final class Vendor extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      String path = ((FullHttpRequest) message).uri().split("\\?", 2)[0];
      boolean ear = path.equals(EAR);
      if (!ear && !path.startsWith(VOICE)) {
        context.close();
        return;
      }
      (ear ? ears : voices).add(context.channel());
      context
          .pipeline()
          .addLast(
              new WebSocketServerProtocolHandler(path, null, false, LARGEST, false, true),
              ear ? new ScriptedDeepgram() : new ScriptedElevenLabs());
      context.fireChannelRead(message);
      context.pipeline().remove(this);
    }
  }
}
