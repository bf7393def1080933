package io.conserje.conversation;

import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An open turn: what the guest said, and what was done about it so far.
 *
 * @param lease the fencing number: a later holder has a higher one, and what this one writes then
 *     is refused
 * @param memory what the model asked to be given back when the last turn closed
 * @param history what was said before, oldest first
 * @param unanswered what this turn answers, oldest first
 * @param steps done so far, by this run or by one that crashed
 */
public record Turn(
    UUID id,
    UUID conversation,
    VenueId venue,
    long lease,
    Channel channel,
    Guest guest,
    String language,
    Map<String, String> memory,
    List<Message> history,
    List<Message> unanswered,
    List<Step> steps) {

  /** With one step more, or with the last one brought up to date. */
  public Turn with(Step step) {
    List<Step> now = new ArrayList<>(steps);
    now.removeIf(s -> s.number() == step.number());
    now.add(step);
    return new Turn(
        id, conversation, venue, lease, channel, guest, language, memory, history, unanswered, now);
  }

  public Turn withUnanswered(List<Message> messages) {
    return new Turn(
        id, conversation, venue, lease, channel, guest, language, memory, history, messages, steps);
  }

  /**
   * Who is talking, as far as the channel tells: a browser's address is nobody's number, and
   * neither is what WhatsApp gives in place of one, or stands for a caller who hides theirs.
   */
  public Guest speaker() {
    boolean mayHaveNone = channel == Channel.WHATSAPP || channel == Channel.VOICE;
    boolean unnumbered = mayHaveNone && !guest.phone().startsWith("+");
    return channel == Channel.WEBCHAT || unnumbered ? new Guest(guest.name(), "") : guest;
  }

  public long newest() {
    return unanswered.getLast().position();
  }

  /** What the model wants to be given back: as of its last step, or of the last turn. */
  public Map<String, String> latestMemory() {
    return steps.isEmpty() ? memory : steps.getLast().answer().memory();
  }

  public String latestLanguage() {
    return steps.isEmpty() ? language : steps.getLast().answer().language();
  }

  /** What this turn changed in the book, in the engine's own words. */
  public List<String> mustHear() {
    return steps.stream()
        .flatMap(step -> step.results().stream())
        .map(ToolResult::mustHear)
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * What the guest is told: the last text. A text that came after an effect and was overtaken by a
   * new message before it could be sent stands before it, unless the last one tells of the effect
   * itself.
   */
  public String reply() {
    return String.join("\n\n", texts());
  }

  /**
   * What is left of it to be told.
   *
   * @param parts told already, in their order; some may be of an answer that was given up
   */
  public String replyAfter(List<String> parts) {
    List<String> told = new ArrayList<>(parts);
    return texts().stream()
        .map(text -> after(told, text))
        .filter(rest -> !rest.isBlank())
        .collect(Collectors.joining("\n\n"));
  }

  private static String after(List<String> parts, String text) {
    String rest = text;
    for (Iterator<String> part = parts.iterator(); part.hasNext(); ) {
      String words = part.next();
      if (rest.startsWith(words)) {
        rest = rest.substring(words.length()).stripLeading();
        part.remove();
      }
    }
    return rest;
  }

  private List<String> texts() {
    String last = steps.getLast().answer().text();
    boolean toldAnyway = mustHear().stream().allMatch(last::contains);
    return toldAnyway ? List.of(last) : saidOfEffects();
  }

  /** What the guest may answer the reply with by one touch; empty for nothing. */
  public List<String> choices() {
    return steps.isEmpty() ? List.of() : steps.getLast().answer().choices();
  }

  private List<String> saidOfEffects() {
    List<String> said = new ArrayList<>();
    boolean effect = false;
    for (Step step : steps) {
      effect |= step.results().stream().anyMatch(r -> r.mustHear() != null);
      boolean speaks = step.answer().calls().isEmpty();
      if (speaks && (effect || step == steps.getLast())) {
        said.add(step.answer().text());
        effect = false;
      }
    }
    return said;
  }

  /** Whether the guest said something after what the last effect was about. */
  public boolean wentOnAfterEffect() {
    return steps.stream()
        .filter(step -> step.results().stream().anyMatch(r -> r.mustHear() != null))
        .mapToLong(Step::seenUpTo)
        .max()
        .stream()
        .anyMatch(seen -> newest() > seen);
  }
}
