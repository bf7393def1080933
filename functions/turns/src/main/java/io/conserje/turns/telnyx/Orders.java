package io.conserje.turns.telnyx;

import io.conserje.call.CallPlan;
import io.conserje.call.SoundForm;
import io.conserje.call.SoundHost.Sound;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The few things Telnyx is ever told to do with a call, without the command's id. */
final class Orders {

  /** No command to a call: another telephone rings. */
  static final String RING = "dial";

  private static final int USUAL_RATE = 8_000;
  private static final int RING_SECONDS = 25;
  private static final int BRIEF_MILLIS = 6_000;
  private static final int TRIES = 2;
  private static final int TRIES_BEHIND_A_SWITCHBOARD = 5;
  private static final int MESSAGE_SECONDS = 120;
  private static final int SILENCE_SECONDS = 6;

  private Orders() {}

  /** Telnyx's words for why nobody answers. */
  private enum Cause {
    CALL_REJECTED
  }

  /**
   * @param name as the command is called at Telnyx
   * @param step what it leads to: where one is refused, the next may have the same name
   * @param oncePerStep whether it is given once on the way to this step, whatever asks for it; else
   *     once for each event
   */
  record Order(String name, String step, Map<String, Object> body, boolean oncePerStep) {

    Order(String name, CallPlan next, Map<String, Object> body) {
      this(name, next.step().name().toLowerCase(Locale.ROOT), body, false);
    }

    private Order once() {
      return new Order(name, step, body, true);
    }

    /** One of several of the same kind that one event may lead to. */
    private Order of(int position) {
      return new Order(name, step + ":" + position, body, oncePerStep);
    }
  }

  static Order reject() {
    return new Order("reject", "", Map.of("cause", Cause.CALL_REJECTED.name()), false);
  }

  static Order answer(CallPlan next) {
    return new Order("answer", next, kept(next));
  }

  static Order answer(CallPlan next, Sound sound, SoundForm form) {
    Map<String, Object> body = kept(next);
    body.putAll(stream(sound, form));
    return new Order("answer", next, body);
  }

  /** A stream that fails may also be told of as stopped: it is begun again once. */
  static Order stream(CallPlan next, Sound sound, SoundForm form) {
    Map<String, Object> body = kept(next);
    body.putAll(stream(sound, form));
    body.put(
        "custom_parameters",
        sound.parameters().entrySet().stream()
            .map(each -> Map.of("name", each.getKey(), "value", each.getValue()))
            .toList());
    return new Order("streaming_start", next, body).once();
  }

  /** Without the mode our own sound would be dropped without a word. */
  private static Map<String, Object> stream(Sound sound, SoundForm form) {
    Map<String, Object> stream = new LinkedHashMap<>();
    stream.put("stream_url", sound.address() + form.path());
    stream.put("stream_track", "inbound_track");
    stream.put("stream_codec", form.name());
    stream.put("stream_bidirectional_mode", "rtp");
    stream.put("stream_bidirectional_codec", form.name());
    stream.put("stream_bidirectional_target_legs", "self");
    if (form.format().rate() != USUAL_RATE) {
      stream.put("stream_bidirectional_sampling_rate", form.format().rate());
    }
    return stream;
  }

  static Order speak(CallPlan next, Locale language, String words) {
    Map<String, Object> body = kept(next);
    body.put("payload", words);
    body.put("payload_type", "text");
    body.put("voice", "female");
    body.put("language", spoken(language));
    return new Order("speak", next, body);
  }

  /** Whoever picks up has the caller at once. */
  static Order transfer(CallPlan next, String number, int position) {
    Map<String, Object> body = kept(next);
    body.put("to", number);
    body.put("timeout_secs", RING_SECONDS);
    body.put("target_leg_client_state", next.at(CallPlan.Step.CALLED_PERSON).kept());
    return new Order("transfer", next, body).of(position);
  }

  /**
   * Who rings a person of the house.
   *
   * @param application of ours at Telnyx
   * @param number the house's
   * @param news where Telnyx tells of it
   */
  record From(String application, String number, String news) {}

  /** It says nothing to the guest's leg: the next of {@code next} is a leg of its own. */
  static Order ring(CallPlan next, From from, String number, int position) {
    Map<String, Object> body = kept(next);
    body.put("connection_id", from.application());
    body.put("from", from.number());
    body.put("to", number);
    body.put("timeout_secs", RING_SECONDS);
    body.put("link_to", next.control());
    body.put("webhook_url", from.news());
    return new Order(RING, next, body).of(position);
  }

  /** What the caller hears until it is told to stop. */
  static Order ringTone(CallPlan next, String address) {
    Map<String, Object> body = kept(next);
    body.put("audio_url", address);
    body.put("loop", "infinity");
    return new Order("playback_start", next, body);
  }

  static Order stopPlaying(CallPlan next) {
    Map<String, Object> body = kept(next);
    body.put("stop", "all");
    return new Order("playback_stop", next, body);
  }

  /**
   * @param patiently a switchboard puts them through first
   */
  static Order brief(CallPlan next, Locale language, String words, boolean patiently) {
    Map<String, Object> body = kept(next);
    body.put("payload", words);
    body.put("payload_type", "text");
    body.put("voice", "female");
    body.put("language", spoken(language));
    body.put("valid_digits", "1");
    body.put("minimum_digits", 1);
    body.put("maximum_digits", 1);
    body.put("timeout_millis", BRIEF_MILLIS);
    body.put("maximum_tries", patiently ? TRIES_BEHIND_A_SWITCHBOARD : TRIES);
    return new Order("gather_using_speak", next, body);
  }

  static Order press(CallPlan next, String keys) {
    Map<String, Object> body = kept(next);
    body.put("digits", keys);
    return new Order("send_dtmf", next, body);
  }

  /** When one of the two hangs up, so does Telnyx on the other. */
  static Order bridge(CallPlan next, String with) {
    Map<String, Object> body = kept(next);
    body.put("call_control_id", with);
    return new Order("bridge", next, body);
  }

  static Order record(CallPlan next) {
    Map<String, Object> body = kept(next);
    body.put("format", "mp3");
    body.put("channels", "single");
    body.put("play_beep", true);
    body.put("max_length", MESSAGE_SECONDS);
    body.put("timeout_secs", SILENCE_SECONDS);
    return new Order("record_start", next, body);
  }

  static Order stopStream(CallPlan next) {
    return new Order("streaming_stop", next, kept(next));
  }

  static Order hangUp(CallPlan next) {
    return new Order("hangup", next, kept(next));
  }

  private static Map<String, Object> kept(CallPlan next) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("client_state", next.kept());
    return body;
  }

  /** As Telnyx's voices are named: a language and a country. */
  private static String spoken(Locale language) {
    return language != null && language.getLanguage().equals("en") ? "en-GB" : "es-ES";
  }
}
