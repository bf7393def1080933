package io.conserje.call;

import io.conserje.call.Calls.Unreported;
import io.conserje.call.ProviderCalls.Found;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the provider what became of calls that nothing was heard of for a while and whose end it
 * never reported: it tries to bring a report a few times, and then no more.
 */
public final class AskAfterCalls {

  private static final Logger LOG = LoggerFactory.getLogger(AskAfterCalls.class);
  private static final int AT_ONCE = 20;

  /** Whoever knows nothing after so many questions will not know later. */
  private static final int MOST_QUESTIONS = 6;

  private final Calls calls;
  private final RecordCall record;
  private final ProviderCalls provider;
  private final Consumer<CallEvent> ended;

  /**
   * @param ended what else is over with a call; told before the end is written down, and again
   *     where that fails
   */
  public AskAfterCalls(
      Calls calls, RecordCall record, ProviderCalls provider, Consumer<CallEvent> ended) {
    this.calls = calls;
    this.record = record;
    this.provider = provider;
    this.ended = ended;
  }

  /**
   * @param asked how many calls were asked about
   * @param ended how many of them are over
   */
  public record Outcome(int asked, int ended) {}

  public Outcome ask(Instant now) {
    List<Unreported> quiet =
        calls.unreported(provider.provider(), now.minus(provider.quiet()), AT_ONCE);
    int ended = 0;
    for (Unreported call : quiet) {
      if (isOver(call, now)) {
        ended++;
      }
    }
    return new Outcome(quiet.size(), ended);
  }

  private boolean isOver(Unreported call, Instant now) {
    return switch (provider.ask(call)) {
      case Found.Ended(CallEvent event) -> {
        end(event);
        yield true;
      }
      case Found.Unknown _ -> isGivenUp(call, now);
      case Found.GoesOn _ -> later(call, now);
      case Found.NoAnswer(String why) -> {
        LOG.warn("A call cannot be asked about at {}: {}.", provider.provider(), why);
        yield later(call, now);
      }
    };
  }

  private void end(CallEvent event) {
    ended.accept(event);
    record.record(event);
  }

  private boolean later(Unreported call, Instant now) {
    calls.asked(call.venue(), call.place(), now);
    return false;
  }

  private boolean isGivenUp(Unreported call, Instant now) {
    calls.asked(call.venue(), call.place(), now);
    if (call.asked() + 1 < MOST_QUESTIONS) {
      return false;
    }
    end(
        CallEvent.of(call.place(), "asked", "asked", now, now, call.place().callId())
            .reporting(CallReport.ofEnd(ProviderCalls.NOT_FOUND, null)));
    return true;
  }
}
