package io.conserje.handoff.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.handoff.CallPerson;
import io.conserje.handoff.CallPerson.Called;
import io.conserje.handoff.HandoverWording;
import io.conserje.handoff.PersonRequest;
import io.conserje.handoff.PersonRequest.Reason;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code take_message}: a note for the house, and when somebody will read it. */
public final class TakeMessageTool implements Tool {

  private record Asked(@Meaning("what the message is") String about, AskedBy who) {}

  private static final Arguments<Asked> ASKED = Arguments.of(Asked.class);

  private static final ToolSpec SPEC =
      new ToolSpec(
          "take_message",
          "Takes a message for the people of the house, who answer later: who it is from, under which"
              + " number, and what about. The conversation goes on with you.",
          ASKED);

  private final CallPerson person;

  public TakeMessageTool(CallPerson person) {
    this.person = person;
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Asked asked = ASKED.read(call);
    PersonRequest request =
        new PersonRequest(
            Reason.MESSAGE,
            null,
            null,
            0,
            asked.who().guest(context),
            asked.about(),
            context.conversation(),
            context.now().toInstant(),
            asked.about());
    Called called = person.call(context.venue(), request, context.now());
    String said =
        HandoverWording.in(context.language()).noted(called.onDuty() ? null : called.from());
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("status", "noted");
    if (!called.onDuty() && called.from() != null) {
      content.put("promised", called.from().toString());
    }
    content.put("say", said);
    return new ToolResult(call.id(), call.name(), content, said);
  }
}
