package io.conserje.conversation.builtin;

import io.conserje.conversation.Message;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Step;
import io.conserje.conversation.ToolResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How the built-in model goes on where another one had the word. What it had asked is no longer
 * what the guest answers, so its open question is put down; what the guest said to the other model
 * since the book last changed is heard once more, without a bare yes or no. So nothing is ever
 * agreed to that this model did not read back itself.
 */
public final class TakeOver {

  /** In the memory: the first message this model has not heard. */
  private static final String UNHEARD = "unheardFrom";

  private static final int MOST = 8;
  private static final Duration OLD = Duration.ofHours(2);

  private TakeOver() {}

  /** What is to be remembered of an answer that another model gave. */
  public static Map<String, String> memoryAfter(ModelRequest asked) {
    ModelRequest request = AsFarAsRead.of(asked);
    Map<String, String> map = request.memory();
    boolean changed = request.steps().stream().anyMatch(TakeOver::changes);
    Memory memory = Memory.of(map);
    if (changed) {
      memory.dropWish();
      memory.booked = "";
    }
    putDown(memory);
    memory.tongue = Tongue.of(SpokenLanguage.of(request));
    memory.heardAt = request.now().toLocalDateTime().withNano(0);
    Map<String, String> kept = new HashMap<>(memory.toMap());
    long from =
        changed
            ? request.unanswered().getLast().position() + 1
            : Long.parseLong(
                map.getOrDefault(
                    UNHEARD, String.valueOf(request.unanswered().getFirst().position())));
    kept.put(UNHEARD, String.valueOf(from));
    return kept;
  }

  /** The wish stays as far as the guest has said it; only what was asked and offered goes. */
  private static void putDown(Memory memory) {
    memory.asked = Asked.NOTHING;
    memory.search = Memory.Search.NONE;
    memory.free = "";
    memory.refused = "";
    memory.full = "";
    memory.waits = false;
    memory.offers.clear();
    memory.found.clear();
    memory.cancelling = List.of();
    memory.aside = "";
    memory.otherwise = "";
  }

  /** The question as the built-in model can answer it: as if the others had not been there. */
  static ModelRequest asOwn(ModelRequest request) {
    List<Step> own = request.steps().stream().filter(TakeOver::isOwn).toList();
    boolean unheard = own.isEmpty() && request.memory().containsKey(UNHEARD);
    if (own.size() == request.steps().size() && !unheard) {
      return request;
    }
    return request.after(
        request.history(),
        unheard ? withUnheard(request) : stillOpen(request),
        request.memory(),
        own);
  }

  /** With what another model changed in the book in this turn said first. */
  static ModelAnswer told(ModelRequest request, ModelAnswer answer) {
    List<String> changes =
        request.steps().stream()
            .filter(step -> !isOwn(step))
            .flatMap(step -> step.results().stream())
            .map(ToolResult::mustHear)
            .filter(Objects::nonNull)
            .filter(text -> !answer.text().contains(text))
            .toList();
    return changes.isEmpty() || !answer.calls().isEmpty()
        ? answer
        : answer.saying(
            String.join("\n\n", Stream.concat(changes.stream(), Stream.of(answer.text())).toList())
                .strip());
  }

  /** Whether the other model did all there was to do, so that only its doing is left to be told. */
  static boolean onlyTells(ModelRequest request) {
    boolean changed = request.steps().stream().anyMatch(s -> !isOwn(s) && changes(s));
    return changed
        && request.steps().stream().noneMatch(TakeOver::isOwn)
        && stillOpen(request).isEmpty();
  }

  /** What was said after the last change in the book; all, where nothing changed. */
  private static List<Message> stillOpen(ModelRequest request) {
    long done =
        request.steps().stream()
            .filter(step -> !isOwn(step) && changes(step))
            .mapToLong(Step::seenUpTo)
            .max()
            .orElse(Long.MIN_VALUE);
    return request.unanswered().stream().filter(m -> m.position() > done).toList();
  }

  private static List<Message> withUnheard(ModelRequest request) {
    long from = Long.parseLong(request.memory().get(UNHEARD));
    Instant oldest = request.now().toInstant().minus(OLD);
    List<Message> earlier =
        request.history().stream()
            .filter(m -> m.from() == Message.From.GUEST)
            .filter(m -> m.position() >= from && m.at().isAfter(oldest))
            .filter(m -> !onlyAnswers(m, request))
            .toList();
    List<Message> open = stillOpen(request);
    if (open.size() < request.unanswered().size()) {
      return open;
    }
    List<Message> all =
        new ArrayList<>(earlier.subList(Math.max(0, earlier.size() - MOST), earlier.size()));
    all.addAll(open);
    return all;
  }

  /** A bare yes or no: to whatever it was, nobody asks it now. */
  private static boolean onlyAnswers(Message message, ModelRequest request) {
    LocalDateTime now = request.now().toLocalDateTime();
    Tongue tongue = Tongue.of(request.language());
    Ear.Situation nothingAsked =
        new Ear.Situation(now, Asked.NOTHING, tongue, tongue, Wish.NONE, null);
    Understanding heard = Ear.hear(message.text(), nothingAsked);
    return heard.answer() != YesNo.NEITHER && !heard.wishes();
  }

  private static boolean changes(Step step) {
    return step.results().stream().anyMatch(result -> result.mustHear() != null);
  }

  private static boolean isOwn(Step step) {
    String model = step.answer().model();
    return model.isEmpty() || model.equals(BuiltInModel.NAME);
  }
}
