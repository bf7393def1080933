package io.conserje.handoff.tools;

import io.conserje.conversation.AlsoCalled;
import io.conserje.conversation.Arguments;
import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.conversation.Wording;
import io.conserje.conversation.Wordings;
import io.conserje.handoff.CallPerson;
import io.conserje.handoff.CallPerson.Called;
import io.conserje.handoff.HandoverWording;
import io.conserje.handoff.PersonRequest;
import io.conserje.handoff.PersonRequest.Reason;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.tools.Seating;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** {@code hand_to_person}: a person of the house takes it from here, knowing what was said. */
public final class HandToPersonTool implements Tool {

  /** Why, as a model may say it; a message is taken by a tool of its own. */
  private enum Why {
    GROUP(Reason.GROUP),
    COMPLAINT(Reason.COMPLAINT),
    EMERGENCY(Reason.EMERGENCY),
    @AlsoCalled("wish")
    PERSON(Reason.WISH),
    @AlsoCalled("message")
    OTHER(Reason.OTHER);

    private final Reason reason;

    Why(Reason reason) {
      this.reason = reason;
    }
  }

  private record Asked(
      @Meaning("why; person where the guest wishes for one") Why reason,
      @MayBeAbsent Seating seating,
      AskedBy who,
      @MayBeAbsent @Meaning("everything else that was said") String notes,
      @MayBeAbsent @Meaning("in a sentence or two, for who takes it") String summary) {}

  private static final Arguments<Asked> ASKED = Arguments.of(Asked.class);

  private static final ToolSpec SPEC =
      new ToolSpec(
          "hand_to_person",
          "Passes what the guest wishes to a person of the house, with everything said so far: for"
              + " groups that are too large, complaints, and whoever asks for a person.",
          ASKED);

  private final CallPerson person;

  public HandToPersonTool(CallPerson person) {
    this.person = person;
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    PersonRequest request = request(ASKED.read(call), context);
    Called called = person.call(context.venue(), request, context.now());
    String said =
        called.first()
            ? said(request, called, context)
            : Wordings.in(context.language()).addedToRequest();
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("status", "handed_over");
    content.put("on_duty", called.onDuty());
    if (!called.onDuty() && called.from() != null) {
      content.put("promised", called.from().toString());
    }
    content.put("say", said);
    return new ToolResult(call.id(), call.name(), content, said);
  }

  private static String said(PersonRequest request, Called called, Context context) {
    Wording wording = Wordings.in(context.language());
    int largest = context.venue().rules().largestParty();
    boolean tooLarge = request.reason() == Reason.GROUP && request.partySize() > largest;
    String why =
        tooLarge ? wording.refused(Refusal.PARTY_TOO_LARGE, largest, context.venue().phone()) : "";
    String then =
        called.onDuty() || context.venue().staff().hours().isEmpty()
            ? wording.handedOver()
            : HandoverWording.in(context.language()).nobodyThere(called.from());
    return (why + " " + then).strip();
  }

  private static PersonRequest request(Asked asked, Context context) {
    return new PersonRequest(
        asked.reason().reason,
        asked.seating().date(),
        asked.seating().time(),
        Objects.requireNonNullElse(asked.seating().partySize(), 0),
        asked.who().guest(context),
        asked.notes(),
        context.conversation(),
        context.now().toInstant(),
        asked.summary());
  }
}
