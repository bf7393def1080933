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
import io.conserje.handoff.PersonRequest;
import io.conserje.handoff.PersonRequest.Reason;
import io.conserje.handoff.PersonRequests;
import io.conserje.reservation.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code hand_to_person}: a person of the house takes it from here, knowing what was said. */
public final class HandToPersonTool implements Tool {

  private static final ToolSpec SPEC =
      new ToolSpec(
          "hand_to_person",
          "Passes what the guest wishes to a person of the house, with everything said so far: for"
              + " groups that are too large, complaints, and whoever asks for a person.",
          List.of(
              new Parameter("reason", "string", "group, complaint, wish or other", true),
              new Parameter("date", "string", "yyyy-mm-dd, local", false),
              new Parameter("time", "string", "HH:mm, local, 24 hours", false),
              new Parameter("party_size", "integer", "how many people", false),
              new Parameter("name", "string", "who asks", false),
              new Parameter("phone", "string", "only if the channel gives no number", false),
              new Parameter("notes", "string", "everything else that was said", false)));

  private final PersonRequests requests;

  public HandToPersonTool(PersonRequests requests) {
    this.requests = requests;
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    PersonRequest request = request(Arguments.of(call), context);
    boolean first = requests.note(context.venue().id(), request);
    String said =
        first ? said(request, context) : Wordings.in(context.language()).addedToRequest();
    return new ToolResult(
        call.id(), call.name(), Map.of("status", "handed_over", "say", said), said);
  }

  private static String said(PersonRequest request, Context context) {
    Wording wording = Wordings.in(context.language());
    String why =
        request.reason() == Reason.GROUP
            ? wording.refused(
                Refusal.PARTY_TOO_LARGE,
                context.venue().rules().largestParty(),
                context.venue().phone())
            : "";
    return (why + " " + wording.handedOver()).strip();
  }

  private static PersonRequest request(Arguments arguments, Context context) {
    String name = arguments.text("name");
    String phone = context.guest().phone();
    return new PersonRequest(
        Reason.valueOf(arguments.text("reason").toUpperCase(Locale.ROOT)),
        arguments.has("date") ? arguments.date() : null,
        arguments.has("time") ? arguments.time() : null,
        arguments.numberIfAny("party_size"),
        new Guest(
            name.isEmpty() ? context.guest().name() : name,
            phone.isBlank() ? arguments.text("phone") : phone),
        arguments.text("notes"),
        context.conversation(),
        context.now().toInstant());
  }
}
