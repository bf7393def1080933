package io.conserje.venue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a house writes to its guests, and how it is heard on the telephone.
 *
 * @param order by which channel first, and by which when that one does not reach the guest
 * @param templates what may be written over WhatsApp to somebody who has not written for a day
 * @param telephone what Twilio brings of a call
 * @param carriers which provider sends from the house's addresses, by channel, before one of them
 *     has brought anything; none for a channel left to the shape of its addresses
 * @param voiceReplies what it says aloud besides writing it
 * @param manners how it behaves in calls whose sound it carries
 * @param recording whether its calls are recorded, where we carry their sound
 */
public record Correspondence(
    List<Channel> order,
    List<Template> templates,
    Telephone telephone,
    Map<Channel, String> carriers,
    VoiceReplies voiceReplies,
    CallManners manners,
    Recording recording) {

  public static final Correspondence USUAL =
      new Correspondence(
          List.of(Channel.WHATSAPP, Channel.SMS),
          List.of(),
          Telephone.STREAM,
          Map.of(),
          VoiceReplies.NEVER,
          CallManners.USUAL,
          Recording.NONE);

  public Correspondence {
    order = List.copyOf(order);
    templates = List.copyOf(templates);
    carriers = Map.copyOf(carriers);
  }

  /** What Twilio brings of a call: its sound, or the words it has heard. */
  public enum Telephone {
    STREAM,
    RELAY
  }

  /**
   * What is kept of the sound of calls.
   *
   * @param kept for how long, whole days
   */
  public record Recording(boolean wanted, Duration kept) {

    public static final Recording NONE = new Recording(false, Duration.ofDays(30));
  }

  /** Which replies are said aloud, after they were written. */
  public enum VoiceReplies {
    NEVER,
    TO_VOICE_NOTES
  }

  /**
   * @param occasion what it is for
   * @param language of its text
   * @param content the provider's name of it, at Twilio {@code HX…}
   * @param variables which facts stand for {@code {{1}}}, {@code {{2}}} …
   */
  public record Template(
      Occasion occasion, Locale language, String content, List<String> variables) {
    public Template {
      variables = List.copyOf(variables);
    }
  }

  /** What the house writes about unasked, and what it owes an answer. */
  public enum Occasion {
    /** A booking that needs a yes. */
    CONFIRMATION,
    /** Nobody said yes in time. */
    NOT_CONFIRMED,
    /** A table for somebody on the waitlist. */
    OFFER,
    /** That table is not kept any more. */
    OFFER_OVER,
    /** No table became free. */
    WAITED_IN_VAIN,
    /** A guest waits for one of the house's people. */
    STAFF,
    /** An answer that comes late, and whatever has no occasion of its own. */
    REPLY;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * In the guest's language, else in any.
   *
   * @param known whether the provider that is to carry it has a template of this name
   */
  public Optional<Template> template(Occasion occasion, Locale language, Predicate<String> known) {
    List<Template> fitting =
        templates.stream()
            .filter(t -> t.occasion() == occasion && known.test(t.content()))
            .toList();
    return fitting.stream()
        .filter(t -> t.language().getLanguage().equals(language.getLanguage()))
        .findFirst()
        .or(() -> fitting.stream().findFirst());
  }

  /** The channels to try when this one has not reached the guest. */
  public List<Channel> after(Channel channel) {
    int at = order.indexOf(channel);
    return at < 0 ? List.of() : order.subList(at + 1, order.size());
  }
}
