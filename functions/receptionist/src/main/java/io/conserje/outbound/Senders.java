package io.conserje.outbound;

import io.conserje.venue.Channel;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who carries what to guests. A house may have addresses at several providers over one channel: the
 * one that brings what guests write to an address carries what the house says from it.
 */
public final class Senders {

  private final Map<Channel, List<MessageSender>> byChannel;

  /**
   * @param byChannel the one to take where nothing tells between them first
   */
  public Senders(Map<Channel, List<MessageSender>> byChannel) {
    this.byChannel = Map.copyOf(byChannel);
  }

  public MessageSender of(OutboundMessage message) {
    List<MessageSender> senders = byChannel.getOrDefault(message.channel(), List.of());
    return senders.stream()
        .filter(sender -> sender.provider().equals(message.carrier()))
        .findFirst()
        .or(() ->
            senders.stream().filter(sender -> sender.holds(message.houseAddress())).findFirst())
        .orElseGet(() -> new Nobody(message.channel()));
  }

  /** Of these channels the ones that somebody else carries, too. */
  List<Channel> elsewhere(List<Channel> channels, MessageSender than) {
    return channels.stream()
        .filter(channel ->
            byChannel.getOrDefault(channel, List.of()).stream()
                .anyMatch(sender -> !sender.provider().equals(than.provider())))
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
    public EarlierTry alreadyTaken(OutboundMessage message, Set<String> known) {
      return new EarlierTry.Arrived(message.id().toString());
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
      return Sending.Refused.unasked(
          null, "nothing carries messages over " + channel.code() + " from this address");
    }

    @Override
    public EarlierTry alreadyTaken(OutboundMessage message, Set<String> known) {
      return EarlierTry.NEVER_ARRIVED;
    }
  }
}
