package io.conserje.conversation;

import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All a language model gets to see.
 *
 * @param now in the venue's zone
 * @param guest name may be empty; phone is the address the guest writes from
 * @param history what was said before, oldest first, without {@code unanswered}
 * @param unanswered the guest's messages this turn answers, oldest first
 * @param memory what the model itself asked to be given back, from the last closed turn or the last
 *     step
 * @param steps what this turn did so far
 * @param language what the conversation is held in so far
 * @param conversation whose tokens are counted; null where nobody counts
 * @param patience how long the guest can be kept waiting
 */
public record ModelRequest(
    Venue venue,
    ZonedDateTime now,
    Channel channel,
    Guest guest,
    List<Message> history,
    List<Message> unanswered,
    Map<String, String> memory,
    List<Step> steps,
    List<ToolSpec> tools,
    String language,
    UUID conversation,
    Patience patience) {

  /** By nobody in particular, who has all the time in the world. */
  public ModelRequest(
      Venue venue,
      ZonedDateTime now,
      Channel channel,
      Guest guest,
      List<Message> history,
      List<Message> unanswered,
      Map<String, String> memory,
      List<Step> steps,
      List<ToolSpec> tools,
      String language) {
    this(
        venue,
        now,
        channel,
        guest,
        history,
        unanswered,
        memory,
        steps,
        tools,
        language,
        null,
        Patience.ENDLESS);
  }

  public ModelRequest within(Patience patience) {
    return with(history, unanswered, memory, steps, patience);
  }

  /** The same question with another idea of what went before it. */
  public ModelRequest after(
      List<Message> history,
      List<Message> unanswered,
      Map<String, String> memory,
      List<Step> steps) {
    return with(history, unanswered, memory, steps, patience);
  }

  private ModelRequest with(
      List<Message> history,
      List<Message> unanswered,
      Map<String, String> memory,
      List<Step> steps,
      Patience patience) {
    return new ModelRequest(
        venue,
        now,
        channel,
        guest,
        history,
        unanswered,
        memory,
        steps,
        tools,
        language,
        conversation,
        patience);
  }

  /** The guest's messages no earlier step of this turn has seen. */
  public List<Message> unseen() {
    long seen = steps.isEmpty() ? Long.MIN_VALUE : steps.getLast().seenUpTo();
    return unanswered.stream().filter(m -> m.position() > seen).toList();
  }

  /** The results the model asked for last and has not spoken about yet. */
  public List<ToolResult> freshResults() {
    return steps.isEmpty() ? List.of() : steps.getLast().results();
  }
}
