package io.conserje.voice.telnyx;

import io.conserje.call.SoundForm;
import io.conserje.voice.media.MediaLine;
import io.conserje.voice.socket.Admission;
import io.conserje.voice.socket.Door;

/**
 * Lets in Telnyx's media streams. Telnyx does not sign them: the token in the address, which only
 * Telnyx was told, and only for this call, has to do.
 */
public final class TelnyxDoor implements Door {

  public static final String PROVIDER = "telnyx";

  private final Admission admission;

  public TelnyxDoor(Admission admission) {
    this.admission = admission;
  }

  @Override
  public String path() {
    return "/voice/telnyx/stream/";
  }

  @Override
  public Entry enter(Asked asked) {
    return SoundForm.of(asked.afterToken())
        .map(form ->
            admission.withSound(
                PROVIDER,
                asked.token(),
                call ->
                    new MediaLine(
                        call, new TelnyxWire(call.callId(), form.format()), admission.crew())))
        .orElseGet(() -> new Entry.Refused(404, "There is no such form of sound."));
  }
}
