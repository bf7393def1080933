package io.conserje.sandbox.controls;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.twilio.CalledPhones;
import io.conserje.sandbox.twilio.CalledPhones.Answers;
import io.conserje.sandbox.twilio.CalledPhones.Habit;
import io.conserje.sandbox.twilio.GuestCalls;
import io.conserje.sandbox.twilio.GuestCalls.Script;
import io.conserje.sandbox.twilio.GuestCalls.Sound;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Guests who call a house over Twilio, and telephones that a house calls. */
public final class TwilioCallControls implements ControlGroup {

  private static final String EXPECTED =
      "{\"from\"?: \"+34600000101\", \"to\"?: \"+34600000900\", \"sound\"?:"
          + " \"ended|cut|unreachable|person|carried\", \"says\"?: [\"mesa\"], \"dial\"?: \"no-answer|completed|busy|failed\","
          + " \"speaks\"?: true}";
  private static final Set<String> SOUNDS =
      Set.of("ended", "cut", "unreachable", "person", "carried");
  private static final Set<String> DIALS = Set.of("no-answer", "completed", "busy", "failed");

  private static final String PHONE =
      "{\"number\": \"+34600000150\", \"answers\"?: \"person|machine|no-answer|busy|failed\","
          + " \"presses\"?: \"1\", \"says\"?: [\"mesa\"]}";
  private static final Set<String> ANSWERS =
      Set.of("person", "machine", "no-answer", "busy", "failed");

  private final GuestCalls calls;
  private final CalledPhones phones;

  public TwilioCallControls(GuestCalls calls, CalledPhones phones) {
    this.calls = calls;
    this.phones = phones;
  }

  @Override
  public List<Control> controls() {
    return List.of(
        new Control("POST", "/_sim/twilio/calls", EXPECTED, (body, query) -> play(body)),
        new Control("POST", "/_sim/twilio/phones", PHONE, (body, query) -> phone(body)),
        new Control("GET", "/_sim/twilio/phones", "", (body, query) -> Control.Reply.ok(rung())));
  }

  private Map<String, Object> rung() {
    return Map.of("rung", phones.rung());
  }

  private Control.Reply phone(JsonNode body) {
    Fields fields = Fields.of(body, "number", "answers", "presses", "says");
    String answers = oneOf(fields.text("answers", "person"), ANSWERS, "answers");
    phones.habit(
        fields.required("number"),
        new Habit(
            Answers.valueOf(answers.toUpperCase(Locale.ROOT).replace('-', '_')),
            SpokenWords.of(body.path("says")),
            fields.text("presses", "")));
    return Control.Reply.ok(Map.of());
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
