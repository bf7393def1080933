package io.conserje.sandbox.controls;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.telnyx.TelnyxCalls;
import io.conserje.sandbox.telnyx.TelnyxCalls.Script;
import io.conserje.sandbox.telnyx.TelnyxCalls.Sound;
import io.conserje.sandbox.telnyx.TelnyxGuests;
import io.conserje.sandbox.voice.Road;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Guests who call a house over Telnyx, or write to it. */
public final class TelnyxControls implements ControlGroup {

  private static final String CALL =
      "{\"from\"?: \"+34600000101\", \"to\"?: \"+34600000900\", \"sound\"?:"
          + " \"ended|cut|unreachable|recovers|carried\", \"says\"?: [\"mesa\"], \"lost\"?: 5,"
          + " \"jitter\"?: 60, \"dial\"?: \"no-answer|completed|busy|machine\", \"speaks\"?: true,"
          + " \"key\"?: \"5\"}";
  private static final String PHONE =
      "{\"number\": \"+34600000150\", \"answers\"?: \"person|machine|no-answer|busy\"}";
  private static final Set<String> ANSWERS = Set.of("person", "machine", "no-answer", "busy");
  private static final String SMS =
      "{\"from\"?: \"+34600000101\", \"to\"?: \"+34600000900\", \"text\": \"hola\", \"media\"?:"
          + " \"https://media.example.com/1.jpg image/jpeg\", \"id\"?: \"<uuid>\", \"times\"?: 1}";
  private static final Set<String> SOUNDS =
      Set.of("ended", "cut", "unreachable", "recovers", "carried");
  private static final Set<String> DIALS = Set.of("no-answer", "completed", "busy", "machine");

  private final TelnyxCalls calls;
  private final TelnyxGuests guests;

  public TelnyxControls(TelnyxCalls calls, TelnyxGuests guests) {
    this.calls = calls;
    this.guests = guests;
  }

  @Override
  public List<Control> controls() {
    return List.of(
        new Control("POST", "/_sim/telnyx/calls", CALL, (body, query) -> call(body)),
        new Control("POST", "/_sim/telnyx/phones", PHONE, (body, query) -> phone(body)),
        new Control("POST", "/_sim/telnyx/sms", SMS, (body, query) -> write(body)));
  }

  private Control.Reply call(JsonNode body) {
    Fields fields =
        Fields.of(body, "from", "to", "sound", "dial", "speaks", "key", "says", "lost", "jitter");
    String sound = oneOf(fields.text("sound", "ended"), SOUNDS, "sound");
    return Control.Reply.ok(
        calls.play(
            new Script(
                fields.text("from", "+34600000101"),
                fields.text("to", "+34600000900"),
                Sound.valueOf(sound.toUpperCase(Locale.ROOT)),
                oneOf(fields.text("dial", "no-answer"), DIALS, "dial"),
                fields.flag("speaks", true),
                fields.text("key", ""),
                SpokenWords.of(body.path("says")),
                new Road(fields.number("lost", 0) / 100.0, fields.number("jitter", 0), 1))));
  }

  private Control.Reply phone(JsonNode body) {
    Fields fields = Fields.of(body, "number", "answers");
    calls.habit(
        fields.required("number"), oneOf(fields.text("answers", "person"), ANSWERS, "answers"));
    return Control.Reply.ok(Map.of());
  }

  private Control.Reply write(JsonNode body) {
    Fields fields = Fields.of(body, "from", "to", "text", "media", "id", "times");
    String media = fields.text("media", "");
    String id =
        guests.write(
            new TelnyxGuests.Written(
                fields.text("from", "+34600000101"),
                fields.text("to", "+34600000900"),
                media.isEmpty() ? fields.required("text") : fields.text("text", ""),
                media,
                fields.text("id", null),
                fields.number("times", 1)));
    return Control.Reply.ok(Map.of("id", id));
  }

  private static String oneOf(String value, Set<String> known, String name) {
    if (!known.contains(value)) {
      throw new IllegalArgumentException(name + " is none of " + known + ".");
    }
    return value;
  }
}
