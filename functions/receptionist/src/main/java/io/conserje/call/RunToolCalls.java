package io.conserje.call;

import io.conserje.call.Calls.Known;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolBox;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what a speaker that is not ours wishes during a call, with the tools of the house. */
public final class RunToolCalls {

  private static final Logger LOG = LoggerFactory.getLogger(RunToolCalls.class);

  private final CallHouses houses;
  private final Calls calls;
  private final ToolBox tools;
  private final Predicate<RuntimeException> passes;
  private final InstantSource clock;

  /**
   * @param passes whether a fault is one that passes, so that the whole request is better asked
   *     again than answered
   */
  public RunToolCalls(
      CallHouses houses,
      Calls calls,
      ToolBox tools,
      Predicate<RuntimeException> passes,
      InstantSource clock) {
    this.houses = houses;
    this.calls = calls;
    this.tools = tools;
    this.passes = passes;
    this.clock = clock;
  }

  /** What came of one wish. */
  public record Done(ToolCall call, SpokenResult result) {}

  /** One answer for each wish, in their order; the same id twice is one wish. */
  public List<Done> run(CallPlace place, List<ToolCall> wished) {
    Optional<Venue> house = houses.of(place);
    if (house.isEmpty()) {
      return wished.stream()
          .map(call -> new Done(call, SpokenResult.failed(CallWording.in(null).callUnknown())))
          .toList();
    }
    Known known = calls.open(place, house.get(), CallState.IN_PROGRESS, clock.instant());
    return wished.stream()
        .map(call -> new Done(call, run(house.get(), known, place, call)))
        .toList();
  }

  private SpokenResult run(Venue venue, Known known, CallPlace place, ToolCall call) {
    CallWording words = CallWording.in(known.language());
    if (!known(venue, call)) {
      return SpokenResult.failed(words.noSuchTool());
    }
    try {
      ToolResult result =
          calls.once(
              venue,
              known,
              call,
              place.provider(),
              key -> tools.run(call, context(venue, known, key)),
              clock.instant());
      return SpokenResult.of(result, known.language());
    } catch (RuntimeException fault) {
      if (passes.test(fault)) {
        throw fault;
      }
      LOG.error("A tool failed in a call; its speaker is told so and the house's phone.", fault);
      return SpokenResult.failed(words.trouble(venue.phone()));
    }
  }

  private boolean known(Venue venue, ToolCall call) {
    return tools.specs(venue).stream()
        .map(spec -> spec.name())
        .collect(Collectors.toSet())
        .contains(call.name());
  }

  private Tool.Context context(Venue venue, Known known, String key) {
    return new Tool.Context(
        venue,
        Channel.VOICE,
        known.guest(),
        known.conversation(),
        clock.instant().atZone(venue.zone()),
        Locale.forLanguageTag(known.language().toLanguageTag()),
        key);
  }
}
