package io.conserje.outbound;

import io.conserje.venue.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who carries what to guests, by channel. */
public final class Senders {

  private final Map<Channel, MessageSender> byChannel;

  public Senders(Map<Channel, MessageSender> byChannel) {
    this.byChannel = Map.copyOf(byChannel);
  }

  public MessageSender of(Channel channel) {
    return byChannel.getOrDefault(channel, new Nobody(channel));
  }

  /** Of these channels the ones that somebody else carries. */
  List<Channel> elsewhere(List<Channel> channels, MessageSender than) {
    return channels.stream()
        .filter(byChannel::containsKey)
        .filter(channel -> !of(channel).provider().equals(than.provider()))
        .toList();
  }

  /** The guest's page fetches what the house said: to be written is to be sent. */
  public static MessageSender fetchedByTheGuest(String provider) {
    return new Fetched(provider);
  }

  private record Fetched(String provider) implements MessageSender {

    @Override
    public boolean canFail() {
      return false;
    }

    @Override
    public Sending send(OutboundMessage message) {
      return new Sending.Taken(message.id().toString());
    }

    @Override
    public Optional<String> alreadyTaken(OutboundMessage message, Set<String> known) {
      return Optional.of(message.id().toString());
    }
  }

  private record Nobody(Channel channel) implements MessageSender {

    @Override
    public boolean canFail() {
      return false;
    }

    @Override
    public String provider() {
      return "none";
    }

    @Override
    public Sending send(OutboundMessage message) {
      return new Sending.Refused(null, "nothing carries messages over " + channel.code());
    }

    @Override
    public Optional<String> alreadyTaken(OutboundMessage message, Set<String> known) {
      return Optional.empty();
    }
  }
}
