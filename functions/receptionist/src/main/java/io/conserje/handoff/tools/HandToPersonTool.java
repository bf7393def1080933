package io.conserje.handoff.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.conversation.ToolSpec.Parameter;
import io.conserje.conversation.Wording;
import io.conserje.conversation.Wordings;
import io.conserje.guest.Guest;
import io.conserje.handoff.CallPerson;
import io.conserje.handoff.CallPerson.Called;
import io.conserje.handoff.HandoverWording;
import io.conserje.handoff.PersonRequest;
import io.conserje.handoff.PersonRequest.Reason;
import io.conserje.reservation.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code hand_to_person}: a person of the house takes it from here, knowing what was said. */
public final class HandToPersonTool implements Tool {

  private static final ToolSpec SPEC =
      new ToolSpec(
          "hand_to_person",
          "Passes what the guest wishes to a person of the house, with everything said so far: for"
              + " groups that are too large, complaints, and whoever asks for a person.",
          List.of(
              new Parameter(
                  "reason", "string", "group, complaint, emergency, person or other", true),
              new Parameter("date", "string", "yyyy-mm-dd, local", false),
              new Parameter("time", "string", "HH:mm, local, 24 hours", false),
              new Parameter("party_size", "integer", "how many people", false),
              new Parameter("name", "string", "who asks", false),
              new Parameter("phone", "string", "only if the channel gives no number", false),
              new Parameter("notes", "string", "everything else that was said", false),
              new Parameter("summary", "string", "in a sentence or two, for who takes it", false)));

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
    PersonRequest request = request(Arguments.of(call), context);
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

  private static PersonRequest request(Arguments arguments, Context context) {
    String name = arguments.text("name");
    String phone = context.guest().phone();
    return new PersonRequest(
        reason(arguments.text("reason")),
        arguments.has("date") ? arguments.date() : null,
        arguments.has("time") ? arguments.time() : null,
        arguments.numberIfAny("party_size"),
        new Guest(
            name.isEmpty() ? context.guest().name() : name,
            phone.startsWith("+") ? phone : arguments.text("phone")),
        arguments.text("notes"),
        context.conversation(),
        context.now().toInstant(),
        arguments.text("summary"));
  }

  /** A message is taken by a tool of its own. */
  private static Reason reason(String code) {
    Reason reason = Reason.of(code);
    return reason == Reason.MESSAGE ? Reason.OTHER : reason;
  }
}
