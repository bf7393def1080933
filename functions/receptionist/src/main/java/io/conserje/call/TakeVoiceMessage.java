package io.conserje.call;

import io.conserje.call.Calls.Known;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.handoff.CallPerson;
import io.conserje.handoff.PersonRequest;
import io.conserje.handoff.PersonRequest.Reason;
import io.conserje.venue.Venue;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * A message after the tone, for the house's people: once, whatever the telephone company repeats.
 */
public final class TakeVoiceMessage {

  private static final String NAME = "take_message";

  private final Calls calls;
  private final CallPerson person;
  private final RecordingLink link;
  private final InstantSource clock;

  public TakeVoiceMessage(Calls calls, CallPerson person, RecordingLink link, InstantSource clock) {
    this.calls = calls;
    this.person = person;
    this.link = link;
    this.clock = clock;
  }

  /**
   * @param recording where it can be heard, or a {@link KeptRecording}
   */
  public void take(Venue venue, Known known, String recording) {
    ToolCall wish = new ToolCall("message:" + recording, NAME, Map.of("recording", recording));
    calls.once(
        venue, known, wish, "house", _ -> noted(wish, venue, known, recording), clock.instant());
  }

  private ToolResult noted(ToolCall wish, Venue venue, Known known, String recording) {
    ZonedDateTime now = clock.instant().atZone(venue.zone());
    String heard = link.to(known.call(), recording);
    String summary = VoiceWording.in(venue.language()).messageFor(heard);
    person.call(
        venue,
        new PersonRequest(
            Reason.MESSAGE,
            null,
            null,
            0,
            known.guest(),
            summary,
            known.conversation(),
            now.toInstant(),
            summary),
        now);
    return new ToolResult(wish.id(), NAME, Map.of("status", "noted"), null);
  }
}
