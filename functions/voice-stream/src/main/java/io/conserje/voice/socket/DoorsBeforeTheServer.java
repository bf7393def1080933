package io.conserje.voice.socket;

import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.util.List;

/**
 * Puts the doors for calls before Micronaut's own handling of requests. Its annotated WebSockets
 * would hand every frame through binders and publishers, fifty times a second in each call.
 */
public final class DoorsBeforeTheServer implements NettyServerCustomizer {

  private final List<Door> doors;

  /** Null for the one that makes those of the connections. */
  private final Channel connection;

  public DoorsBeforeTheServer(List<Door> doors) {
    this(doors, null);
  }

  private DoorsBeforeTheServer(List<Door> doors, Channel connection) {
    this.doors = doors;
    this.connection = connection;
  }

  @Override
  public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
    return role == ChannelRole.CONNECTION ? new DoorsBeforeTheServer(doors, channel) : this;
  }

  @Override
  public void onStreamPipelineBuilt() {
    if (connection != null) {
      var codec = connection.pipeline().context(HttpServerCodec.class);
      if (codec != null) {
        connection.pipeline().addAfter(codec.name(), "doors", new DoorKeeper(doors));
      }
    }
  }
}
