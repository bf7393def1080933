package io.conserje.connectors.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import io.conserje.connectors.http.FreshConnections;
import io.conserje.connectors.http.Timeouts;
import io.conserje.outbound.EarlierTry;
import io.conserje.outbound.MessageSender;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.OutboundMessage.Content;
import io.conserje.outbound.ProviderSilent;
import io.conserje.outbound.Sending;
import io.conserje.outbound.SmsText;
import io.conserje.venue.Channel;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * Sends WhatsApp messages and SMS through Twilio. The account is read at each use, so that a
 * rotated token needs no restart.
 */
public final class TwilioSender implements MessageSender {

  /** Twilio's limit for one message. */
  static final int LONGEST = 1600;

  /** Twilio's dates have no fractions, and its clock is not ours. */
  private static final Duration CLOCKS = Duration.ofSeconds(5);

  /**
   * More than a house ever writes to one guest between two tries; Twilio lists the newest first.
   */
  private static final int NEWEST = 200;

  private static final Set<Message.Status> LOST =
      EnumSet.of(Message.Status.FAILED, Message.Status.UNDELIVERED, Message.Status.CANCELED);

  private final Supplier<TwilioAccount> account;
  private final Timeouts timeouts;
  private final FreshConnections connections;
  private final ObjectMapper json = new ObjectMapper();

  public TwilioSender(Supplier<TwilioAccount> account, InstantSource clock) {
    this(account, clock, Timeouts.USUAL);
  }

  TwilioSender(Supplier<TwilioAccount> account, InstantSource clock, Timeouts timeouts) {
    this.account = account;
    this.timeouts = timeouts;
    this.connections = new FreshConnections(timeouts, clock);
  }

  @Override
  public String provider() {
    return "twilio";
  }

  @Override
  public boolean holds(String houseAddress) {
    return houseAddress.startsWith("+");
  }

  /** A Content SID. */
  @Override
  public boolean knows(String template) {
    return template.matches("HX[0-9a-fA-F]{32}");
  }

  @Override
  public Sending send(OutboundMessage message) {
    if (message.channel() != Channel.WHATSAPP && message.channel() != Channel.SMS) {
      return Sending.Refused.unasked("channel", "Twilio carries only WhatsApp and SMS here.");
    }
    String text = text(message);
    if (text.codePointCount(0, text.length()) > LONGEST) {
      return Sending.Refused.unasked(
          "too_long", "The reply has more than " + LONGEST + " characters; Twilio takes no more.");
    }
    return post(message, account.get());
  }

  private Sending post(OutboundMessage message, TwilioAccount account) {
    Exchange exchange = exchange(account);
    try {
      String id = create(message, account).create(client(account, exchange)).getSid();
      return id == null ? Outcome.unanswered("an answer without an id") : new Sending.Taken(id);
    } catch (ApiConnectionException e) {
      return Outcome.unanswered(e.getMessage());
    } catch (ApiException e) {
      return Outcome.of(exchange, e);
    }
  }

  private MessageCreator create(OutboundMessage message, TwilioAccount account) {
    Content content = message.content();
    MessageCreator creator =
        created(message)
            .setStatusCallback(
                URI.create(account.publicBaseUrl() + "/twilio/status?message=" + message.id()));
    return content == null
        ? creator
        : creator.setContentSid(content.name()).setContentVariables(json(content.variables()));
  }

  private static MessageCreator created(OutboundMessage message) {
    if (message.speech() != null) {
      List<URI> sound = List.of(URI.create(message.speech().address()));
      return Message.creator(guest(message), house(message), sound);
    }
    String text = message.content() == null ? text(message) : null;
    return Message.creator(guest(message), house(message), text);
  }

  private String json(Map<String, String> variables) {
    try {
      return json.writeValueAsString(variables);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The list is not narrowed by {@code DateSent}: a message Twilio has taken but not yet sent has
   * none. Of several that fit, all are tries of this one message, since a conversation's messages
   * are sent one after the other: the oldest is what the guest read first. What Twilio took and did
   * not deliver is not with the guest.
   */
  @Override
  public EarlierTry alreadyTaken(OutboundMessage message, Set<String> known) {
    return message.firstTriedAt() == null
        ? EarlierTry.NEVER_ARRIVED
        : ask(message, known, account.get());
  }

  private EarlierTry ask(OutboundMessage message, Set<String> known, TwilioAccount account) {
    Exchange exchange = exchange(account);
    try {
      return StreamSupport.stream(list(message, client(account, exchange)).spliterator(), false)
          .filter(m -> !known.contains(m.getSid()) && isTryOf(message, m))
          .min(Comparator.comparing(Message::getDateCreated))
          .<EarlierTry>map(listed -> new EarlierTry.Arrived(listed.getSid()))
          .orElse(EarlierTry.NEVER_ARRIVED);
    } catch (ApiConnectionException e) {
      throw new ProviderSilent("Twilio", e.getMessage(), e);
    } catch (RuntimeException e) {
      // The SDK meets an answer of another shape with whatever it stumbles over.
      throw new ProviderSilent("Twilio", status(exchange), e);
    }
  }

  private static Iterable<Message> list(OutboundMessage message, TwilioRestClient client) {
    return Message.reader()
        .setTo(guest(message))
        .setFrom(house(message))
        .limit(NEWEST)
        .read(client);
  }

  private static boolean isTryOf(OutboundMessage message, Message listed) {
    Instant since = message.firstTriedAt().minus(CLOCKS);
    return !LOST.contains(listed.getStatus())
        && listed.getDateCreated() != null
        && !listed.getDateCreated().toInstant().isBefore(since)
        && isText(message, listed.getBody() == null ? "" : listed.getBody().strip());
  }

  /** What Twilio makes of a template we do not know, but for what we have filled in. */
  private static boolean isText(OutboundMessage message, String body) {
    return message.content() == null
        ? text(message).strip().equals(body)
        : message.content().variables().values().stream().allMatch(body::contains);
  }

  private static String status(Exchange exchange) {
    return exchange.answer().map(answer -> "status " + answer.statusCode()).orElse("no answer");
  }

  private Exchange exchange(TwilioAccount account) {
    return new Exchange(connections.client(), account, timeouts.request());
  }

  private TwilioRestClient client(TwilioAccount account, Exchange exchange) {
    return new TwilioRestClient.Builder(account.accountSid(), account.sendingToken())
        .httpClient(exchange)
        .objectMapper(json)
        .build();
  }

  private static String text(OutboundMessage message) {
    return message.channel() == Channel.SMS ? SmsText.of(message.text()) : message.text();
  }

  private static PhoneNumber guest(OutboundMessage message) {
    return number(message, message.guestAddress());
  }

  private static PhoneNumber house(OutboundMessage message) {
    return number(message, message.houseAddress());
  }

  private static PhoneNumber number(OutboundMessage message, String address) {
    return new PhoneNumber(message.channel() == Channel.SMS ? address : "whatsapp:" + address);
  }
}
