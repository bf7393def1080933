package io.conserje.sandbox.controls;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.twilio.GuestCalls;
import io.conserje.sandbox.twilio.GuestCalls.Script;
import io.conserje.sandbox.twilio.GuestCalls.Sound;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Guests who call a house over Twilio. */
public final class TwilioCallControls implements ControlGroup {

  private static final String EXPECTED =
      "{\"from\"?: \"+34600000101\", \"to\"?: \"+34600000900\", \"sound\"?:"
          + " \"ended|cut|unreachable|person|carried\", \"says\"?: [\"mesa\"], \"dial\"?: \"no-answer|completed|busy|failed\","
          + " \"speaks\"?: true}";
  private static final Set<String> SOUNDS =
      Set.of("ended", "cut", "unreachable", "person", "carried");
  private static final Set<String> DIALS = Set.of("no-answer", "completed", "busy", "failed");

  private final GuestCalls calls;

  public TwilioCallControls(GuestCalls calls) {
    this.calls = calls;
  }

  @Override
  public List<Control> controls() {
    return List.of(
        new Control("POST", "/_sim/twilio/calls", EXPECTED, (body, query) -> play(body)));
  }

  private Control.Reply play(JsonNode body) {
    Fields fields = Fields.of(body, "from", "to", "sound", "dial", "speaks", "says");
    String sound = oneOf(fields.text("sound", "ended"), SOUNDS, "sound");
    Script script =
        new Script(
            fields.text("from", "+34600000101"),
            fields.text("to", "+34600000900"),
            Sound.valueOf(sound.toUpperCase(Locale.ROOT)),
            oneOf(fields.text("dial", "no-answer"), DIALS, "dial"),
            fields.flag("speaks", true),
            SpokenWords.of(body.path("says")));
    return Control.Reply.ok(calls.play(script));
  }

  private static String oneOf(String value, Set<String> known, String name) {
    if (!known.contains(value)) {
      throw new IllegalArgumentException(name + " is none of " + known + ".");
    }
    return value;
  }
}
