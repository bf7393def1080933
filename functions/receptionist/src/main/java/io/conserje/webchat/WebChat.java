package io.conserje.webchat;

import io.conserje.inbound.InboundLedger;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.InboundMessage;
import io.conserje.inbound.SenderLimit;
import io.conserje.inbound.SenderLimit.Verdict;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.Venues;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The chat on a house's own pages. A message goes the way of every written one, into the ledger and
 * through the same {@code Receptionist}, but its answer is waited for.
 */
public final class WebChat {

  public static final String PROVIDER = "webchat";

  private static final Logger LOG = LoggerFactory.getLogger(WebChat.class);

  /** Ids shorter than this may be somebody else's too, and count only within a conversation. */
  static final int UNGUESSABLE = 16;

  /** How long who is over a limit has to wait at most. */
  public static final Duration WINDOW = Duration.ofMinutes(1);

  private final Venues venues;
  private final ChatTokens tokens;
  private final InboundLedger ledger;
  private final Limits limits;
  private final AnswerAtOnce answers;
  private final ChatLog log;
  private final InstantSource clock;

  public WebChat(
      Venues venues,
      ChatTokens tokens,
      InboundLedger ledger,
      Limits limits,
      AnswerAtOnce answers,
      ChatLog log,
      InstantSource clock) {
    this.venues = venues;
    this.tokens = tokens;
    this.ledger = ledger;
    this.limits = limits;
    this.answers = answers;
    this.log = log;
    this.clock = clock;
  }

  /**
   * How much one conversation, and one IP address, may say in a minute, and how often look for
   * news.
   */
  public record Limits(
      SenderLimit conversation,
      SenderLimit address,
      LookLimit looksInConversation,
      LookLimit looksFromAddress) {}

  /** What came of a message, or of looking for news. */
  public sealed interface Heard {

    /**
     * @param conversation the token to send with the next message
     * @param pending whether the answer is still being made
     */
    record Lines(String conversation, List<ChatLine> lines, boolean pending) implements Heard {}

    record NoSuchHouse() implements Heard {}

    /** The token was not made here, not for this house, or too long ago. */
    record NotYours() implements Heard {}

    record TooMany() implements Heard {}
  }

  /**
   * Whose chat it is; empty when nobody's.
   *
   * @param name the house's own, or one that it has given to its pages
   */
  public Optional<Venue> house(VenueId name) {
    return venues.byId(name).or(() -> venues.byAddress(Channel.WEBCHAT, name.value()));
  }

  /** Whether somebody at an address may look once more in this minute. */
  public boolean mayLook(String source) {
    return limits.looksFromAddress().allows(source, clock.instant());
  }

  /** Takes a message in, once, and waits for its answer. */
  public Heard say(VenueId house, ChatMessage message) {
    Optional<Venue> venue = house(house);
    if (venue.isEmpty()) {
      return new Heard.NoSuchHouse();
    }
    try (var _ = MDC.putCloseable("channel", Channel.WEBCHAT.code())) {
      return token(venue.get().id(), message)
          .map(token -> say(venue.get(), token, message))
          .orElseGet(Heard.NotYours::new);
    }
  }

  private Optional<ChatToken> token(VenueId house, ChatMessage message) {
    Instant now = clock.instant();
    if (message.conversation() != null) {
      return tokens.read(message.conversation(), house, now);
    }
    String id = message.messageId();
    return Optional.of(
        id == null || id.length() < UNGUESSABLE
            ? tokens.begin(house, now)
            : tokens.begin(house, id, now));
  }

  private Heard say(Venue venue, ChatToken token, ChatMessage message) {
    String conversation = tokens.write(token);
    String event = token.session() + ":" + idOf(message);
    Optional<Entry> entry =
        tooMany(venue.id(), token, message.source(), event)
            ? ledger.find(PROVIDER, event)
            : Optional.of(record(venue, token, message, event));
    return entry
        .map(known -> answers.to(venue.id(), known.conversation(), known.position()))
        .<Heard>map(reply -> new Heard.Lines(conversation, reply.lines(), !reply.done()))
        .orElseGet(Heard.TooMany::new);
  }

  private static String idOf(ChatMessage message) {
    return message.messageId() == null ? UUID.randomUUID().toString() : message.messageId();
  }

  /** Who tries again in the next minute is counted in the next minute, answered or not. */
  private boolean tooMany(VenueId venue, ChatToken token, String source, String event) {
    Instant now = clock.instant();
    String attempt = event + ":" + now.getEpochSecond() / WINDOW.toSeconds();
    return limits.address().check(venue, "address " + source, attempt, now) != Verdict.ANSWER
        || limits.conversation().check(venue, token.address(), attempt, now) != Verdict.ANSWER;
  }

  private Entry record(Venue venue, ChatToken token, ChatMessage message, String event) {
    Instant now = clock.instant();
    InboundMessage inbound =
        new InboundMessage(
            PROVIDER,
            event,
            Channel.WEBCHAT,
            venue.id().value(),
            token.address(),
            "",
            message.text(),
            "text",
            List.of(),
            now,
            event,
            message.language());
    Entry entry = ledger.record(inbound, venue, false, null, now);
    LOG.atInfo()
        .addKeyValue("venue", venue.id().value())
        .addKeyValue("conversation", entry.conversation())
        .log("A guest's message is recorded.");
    return entry;
  }

  /**
   * What the house said since.
   *
   * @param after the id of the last line the page has; null for all
   */
  public Heard since(String conversation, String after) {
    Optional<ChatToken> token = tokens.read(conversation, clock.instant());
    return token.<Heard>map(read -> since(read, after)).orElseGet(Heard.NotYours::new);
  }

  private Heard since(ChatToken token, String after) {
    if (!limits.looksInConversation().allows(token.address(), clock.instant())) {
      return new Heard.TooMany();
    }
    Optional<UUID> conversation = log.conversation(token.venue(), token.address());
    List<ChatLine> lines =
        conversation.map(id -> log.after(token.venue(), id, after)).orElse(List.of());
    boolean pending = conversation.filter(id -> log.pending(token.venue(), id)).isPresent();
    return new Heard.Lines(tokens.write(token), lines, pending);
  }
}
