package io.conserje.conversation.builtin;

import io.conserje.conversation.Message;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Step;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.builtin.Ear.Situation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One answer: first what the tools returned, then what the guest has written since. Text always
 * begins with what this turn changed in the book, because only the last text of a turn is sent.
 */
final class Dialogue {

  private static final Duration FORGETTING = Duration.ofHours(12);

  private final ModelRequest request;
  private final Memory memory;
  private final Turn turn;
  private final WaitlistTalk waitlist;
  private final BookingTalk booking;
  private final ReservationTalk reservations;
  private final NoticeTalk notices;
  private final HouseTalk house;
  private final Questions questions;

  /** Whether the last text was overtaken by a message: the guest has not seen what it asked. */
  private final boolean overtaken;

  Dialogue(ModelRequest request) {
    this.request = request;
    this.memory = Memory.of(request.memory());
    this.turn = new Turn(request, memory);
    this.waitlist = new WaitlistTalk(turn);
    this.booking = new BookingTalk(turn, waitlist);
    this.reservations = new ReservationTalk(turn);
    this.notices = new NoticeTalk(turn, booking, reservations);
    this.house = new HouseTalk(turn);
    this.questions = new Questions(turn);
    this.overtaken =
        !request.steps().isEmpty() && request.steps().getLast().answer().calls().isEmpty();
  }

  ModelAnswer answer() {
    begin();
    Reply afterTools = results();
    Reply afterGuest = messages();
    Reply reply = stronger(afterTools, afterGuest);
    return reply == null ? answer(Reply.say(question())) : answer(reply);
  }

  private void begin() {
    if (!request.steps().isEmpty()) {
      return;
    }
    memory.aside = "";
    memory.afterwards = "";
    memory.unknown = "";
    memory.otherwise = "";
    boolean longAgo =
        memory.heardAt != null
            && Duration.between(memory.heardAt, turn.now()).compareTo(FORGETTING) > 0;
    if (longAgo) {
      memory.dropWish();
      memory.booked = "";
    }
    memory.heardAt = turn.now().withNano(0);
  }

  private Reply results() {
    Reply reply = null;
    List<ToolResult> fresh = request.freshResults();
    for (ToolResult result : fresh) {
      if (house.hear(result)) {
        continue;
      }
      Reply next = notices.hear(result);
      next = next != null ? next : booking.hear(result);
      next = next != null ? next : reservations.hear(result);
      next = next != null ? next : waitlist.hear(result);
      reply = stronger(reply, next);
    }
    boolean onlyHouse = reply == null && !fresh.isEmpty();
    return onlyHouse ? Reply.inPassing(memory.afterwards) : reply;
  }

  private Reply messages() {
    Asked asked = memory.asked;
    Reply reply = null;
    for (Message message : request.unseen()) {
      Situation situation =
          new Situation(
              turn.now(),
              memory.asked,
              memory.tongue,
              turn.otherwise(),
              memory.wish,
              turn.venue());
      Understanding understood = Ear.hear(message.text(), situation);
      memory.tongue = understood.tongue();
      boolean answersUs = memory.asked == asked && !overtaken;
      Understanding heard = answersUs ? agreeing(understood) : understood.withoutAnswer();
      reply = stronger(reply, hear(heard, message.text(), situation));
    }
    return reply;
  }

  /**
   * Asked whether all is right, a guest who gives the name that was read back, and nothing else,
   * says yes.
   */
  private Understanding agreeing(Understanding heard) {
    boolean sameName =
        memory.asked == Asked.CONFIRM
            && heard.name() != null
            && heard.name().equalsIgnoreCase(memory.wish.name())
            && heard.answer() == YesNo.NEITHER
            && !heard.wishes()
            && !heard.question();
    return sameName ? heard.withAnswer(YesNo.YES) : heard;
  }

  private Reply hear(Understanding understood, String said, Situation situation) {
    if (understood.media()) {
      return Reply.inPassing(join(turn.say().onlyText(), questions.open()));
    }
    HouseQuestions asked = HouseQuestions.in(said, understood, situation, turn.venue());
    Understanding heard = asked.heard();
    boolean asksHouse = house.answer(heard, asked.question());
    Reply reply = waitlist.leave(heard);
    reply = reply != null ? reply : reservations.hear(heard);
    reply = reply != null ? reply : booking.hear(heard, asksHouse);
    if (reply != null) {
      return reply;
    }
    if (asksHouse) {
      return Reply.say(questions.open());
    }
    Reply courtesy = house.courtesy(heard, said, questions.open());
    Reply answer = notices.hear(heard, courtesy);
    return answer != null ? answer : courtesy;
  }

  private static Reply stronger(Reply before, Reply after) {
    boolean keeps = after == null || before != null && after.weak() && !before.weak();
    return keeps ? before : after;
  }

  private String question() {
    String question = questions.open();
    return question.isEmpty() ? turn.say().howCanIHelp() : question;
  }

  private ModelAnswer answer(Reply reply) {
    String language = turn.tongue().code;
    if (!reply.calls().isEmpty() || !house.calls().isEmpty()) {
      memory.afterwards = reply.text();
      List<ToolCall> calls = new ArrayList<>(reply.calls());
      calls.addAll(house.calls());
      return ModelAnswer.use(calls, memory.toMap(), language);
    }
    boolean asBefore = overtaken && reply.weak();
    String text =
        asBefore
            ? request.steps().getLast().answer().text()
            : join(changes(), join(memory.aside, reply.text()));
    text = withWhatIsToBeConfirmed(text);
    return ModelAnswer.say(text.isEmpty() ? question() : text, memory.toMap(), language);
  }

  /** A yes may only ever answer what the last text read back. */
  private String withWhatIsToBeConfirmed(String text) {
    boolean confirming = memory.asked == Asked.CONFIRM || memory.asked == Asked.CANCEL_CONFIRM;
    String question = questions.open();
    return confirming && !text.contains(question) ? join(text, question) : text;
  }

  /** What this turn has changed in the book. */
  private String changes() {
    String told = "";
    for (Step step : request.steps()) {
      for (ToolResult result : step.results()) {
        told = join(told, change(result));
      }
    }
    return told;
  }

  private String change(ToolResult result) {
    return switch (result.status()) {
      case "pending", "changed", "confirmed", "handed_over", "waiting", "left" ->
          Facts.text(result.content(), "say");
      case "booked" -> said(result, () -> booked(Found.of(result.content())));
      case "cancelled" -> said(result, () -> cancelled(Found.of(result.content())));
      default -> "";
    };
  }

  private String said(ToolResult result, Supplier<String> otherwise) {
    String said = Facts.text(result.content(), "say");
    return said.isEmpty() ? otherwise.get() : said;
  }

  private String booked(Found made) {
    return turn.say()
        .engine()
        .booked(made.at(), made.party(), made.name(), made.reference(), turn.venue().name());
  }

  private String cancelled(Found gone) {
    return turn.say().engine().cancelled(gone.at(), gone.party(), gone.reference());
  }

  private static String join(String first, String second) {
    return first.isEmpty() ? second : second.isEmpty() ? first : first + " " + second;
  }
}
