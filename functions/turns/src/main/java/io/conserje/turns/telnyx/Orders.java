package io.conserje.turns.telnyx;

import io.conserje.call.CallPlan;
import io.conserje.call.SoundForm;
import io.conserje.call.SoundHost.Sound;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The few things Telnyx is ever told to do with a call, without the command's id. */
final class Orders {

  private static final int USUAL_RATE = 8_000;
  private static final int RING_SECONDS = 25;
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

  static Order transfer(CallPlan next, String number) {
    Map<String, Object> body = kept(next);
    body.put("to", number);
    body.put("timeout_secs", RING_SECONDS);
    body.put("target_leg_client_state", next.at(CallPlan.Step.CALLED_PERSON).kept());
    return new Order("transfer", next, body);
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
