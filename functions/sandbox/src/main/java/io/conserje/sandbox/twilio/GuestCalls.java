package io.conserje.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.voice.Carried;
import io.conserje.sandbox.voice.PhoneGuest.Words;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Guests who telephone: Twilio asks the house what to do with the call and does it. Who picks up,
 * and what becomes of the sound, is told beforehand.
 */
public final class GuestCalls {

  static final String QUESTION = "voice-webhook";
  static final String CALLBACK = "voice-callback";

  private final SandboxSettings settings;
  private final InstantSource clock;
  private final TwilioWebhooks webhooks;
  private final Map<String, GuestCall> calls = new ConcurrentHashMap<>();

  GuestCalls(SandboxSettings settings, InstantSource clock, TwilioWebhooks webhooks) {
    this.settings = settings;
    this.clock = clock;
    this.webhooks = webhooks;
  }

  /** What becomes of a media stream or a ConversationRelay. */
  public enum Sound {
    /** It never begins: nobody is there, or the handshake is refused. */
    UNREACHABLE,
    /** It breaks off, and the guest is still on the line. */
    CUT,
    /** The assistant gives the call on to a person. */
    PERSON,
    /** The guest hangs up. */
    ENDED,
    /** It is really carried, and the guest talks. */
    CARRIED
  }

  /**
   * A call to be played.
   *
   * @param from empty for a caller who hides the number
   * @param dial how a person's telephone answers: {@code completed}, {@code no-answer}, {@code
   *     busy}, {@code failed}
   * @param speaks whether the guest says something after the tone
   * @param words what the guest says where the sound is carried
   */
  public record Script(
      String from, String to, Sound sound, String dial, boolean speaks, List<Words> words) {

    /** Nobody really speaks. */
    public Script(String from, String to, Sound sound, String dial, boolean speaks) {
      this(from, to, sound, dial, speaks, List.of());
    }

    public static Script talking(String from, String to, List<Words> words) {
      return new Script(from, to, Sound.CARRIED, "no-answer", false, words);
    }
  }

  /** One thing Twilio did, and with what: {@code Say} its words, {@code Dial} the number, … */
  public record Step(String verb, String what) {}

  /**
   * What came of it.
   *
   * @param end {@code completed}, or Twilio's error: 11200 no good answer, 12100 no TwiML, 12200 a
   *     verb that is none, and {@code looped}
   * @param callbacks the house's statuses to callbacks, in their order
   * @param carried null where nothing was
   */
  public record Played(
      String callSid,
      List<Step> steps,
      String end,
      List<Map<String, Object>> callbacks,
      Carried carried) {}

  /** As Twilio's API has it. */
  Optional<ObjectNode> find(String sid) {
    return Optional.ofNullable(calls.get(sid)).map(GuestCall::json);
  }

  void clear() {
    calls.clear();
  }

  public Played play(Script script) {
    GuestCall call = new GuestCall(settings, script, webhooks, clock);
    calls.put(call.sid(), call);
    return call.play(
        settings.publicBaseUrl() + "/voice/twilio",
        settings.publicBaseUrl() + "/voice/twilio/status");
  }
}
