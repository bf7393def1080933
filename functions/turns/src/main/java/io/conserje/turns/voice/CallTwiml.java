package io.conserje.turns.voice;

import io.conserje.call.AnswerCall.Answer.ByAssistant;
import io.conserje.call.SoundHost.Sound;
import io.conserje.call.VoiceWording;
import io.conserje.connectors.twilio.Twiml;
import io.conserje.venue.Correspondence.Telephone;
import java.util.Locale;
import java.util.function.Supplier;

/** The few things Twilio is ever told to do with a call. */
final class CallTwiml {

  private static final String RING_SECONDS = "25";
  private static final String BRIEF_SECONDS = "6";
  private static final String MESSAGE_SECONDS = "120";
  private static final String SILENCE_SECONDS = "6";

  static final String STREAM = "/voice/twilio/stream/";

  private final Supplier<String> base;

  /**
   * @param base where Twilio reaches us
   */
  CallTwiml(Supplier<String> base) {
    this.base = base;
  }

  private String url(String path) {
    return base.get().replaceAll("/+$", "") + "/voice/twilio" + path;
  }

  /** When it ends, and also when it never begins, the call comes back to us. */
  Twiml connect(Sound sound, ByAssistant by) {
    return connect(sound, isRelay(by) ? relay(sound.address(), by) : stream(sound.address()));
  }

  /** The sound of a call that was cut off. */
  Twiml again(Sound sound) {
    return connect(sound, stream(sound.address()));
  }

  private Twiml connect(Sound sound, Twiml noun) {
    sound
        .parameters()
        .forEach((name, value) ->
            noun.add(Twiml.of("Parameter").with("name", name).with("value", value)));
    return Twiml.response()
        .add(Twiml.of("Connect").with("action", url("/resume")).with("method", "POST").add(noun))
        .add(Twiml.of("Redirect").with("method", "POST").saying(url("/resume")));
  }

  /** Where the sound, or the words heard in it, are brought: a token follows. */
  static String path(ByAssistant by) {
    return isRelay(by) ? "/voice/twilio/relay/" : STREAM;
  }

  private static boolean isRelay(ByAssistant by) {
    return by.venue().correspondence().telephone() == Telephone.RELAY;
  }

  private Twiml stream(String address) {
    return Twiml.of("Stream")
        .with("url", address)
        .with("statusCallback", url("/status"))
        .with("statusCallbackMethod", "POST");
  }

  private static Twiml relay(String address, ByAssistant by) {
    return Twiml.of("ConversationRelay")
        .with("url", address)
        .with("welcomeGreeting", by.greeting())
        .with("welcomeGreetingInterruptible", "speech")
        .with("language", spoken(by.language()))
        .with("interruptible", "speech")
        .with("dtmfDetection", "true");
  }

  Twiml dial(Locale language, String words, String number) {
    return Twiml.response()
        .add(say(language, words))
        .add(
            Twiml.of("Dial")
                .with("timeout", RING_SECONDS)
                .with("action", url("/resume?after=dial"))
                .with("method", "POST")
                .add(Twiml.of("Number").saying(number)));
  }

  /**
   * Rings a person who is told who calls before the two are joined.
   *
   * @param callSid of the caller's call
   * @param position in the list of those who may be rung
   */
  Twiml dialAndTell(
      Locale language, String words, String number, String callSid, int position) {
    String query = "&of=" + callSid + "&n=" + position;
    return Twiml.response()
        .add(say(language, words))
        .add(
            Twiml.of("Dial")
                .with("timeout", RING_SECONDS)
                .with("action", url("/resume?after=dial&n=" + position))
                .with("method", "POST")
                .add(
                    Twiml.of("Number")
                        .with("url", url("/resume?after=brief" + query))
                        .with("method", "POST")
                        .saying(number)));
  }

  /** Who says nothing to it, like a machine, is rung off. */
  Twiml brief(Locale language, String words, String callSid, int position) {
    Twiml asks =
        Twiml.of("Gather")
            .with("numDigits", "1")
            .with("timeout", BRIEF_SECONDS)
            .with("action", url("/resume?after=key&of=" + callSid + "&n=" + position))
            .with("method", "POST")
            .add(say(language, words));
    return Twiml.response().add(asks).add(asks).add(Twiml.of("Hangup"));
  }

  /** Then the two are joined. */
  Twiml join(Locale language, String words) {
    return Twiml.response().add(say(language, words));
  }

  Twiml takeMessage(Locale language, String words) {
    VoiceWording wording = VoiceWording.in(language);
    return Twiml.response()
        .add(say(language, (words + " " + wording.leaveMessage()).strip()))
        .add(
            Twiml.of("Record")
                .with("action", url("/message"))
                .with("method", "POST")
                .with("maxLength", MESSAGE_SECONDS)
                .with("timeout", SILENCE_SECONDS)
                .with("playBeep", "true")
                .with("recordingStatusCallback", url("/status"))
                .with("recordingStatusCallbackEvent", "completed absent"))
        .add(say(language, wording.nothingHeard()))
        .add(Twiml.of("Hangup"));
  }

  Twiml goodbye(Locale language, String words) {
    return Twiml.response().add(say(language, words)).add(Twiml.of("Hangup"));
  }

  private static Twiml say(Locale language, String words) {
    return Twiml.of("Say").with("language", spoken(language)).saying(words);
  }

  /** As Twilio's voices are named: a language and a country. */
  private static String spoken(Locale language) {
    return language != null && language.getLanguage().equals("en") ? "en-GB" : "es-ES";
  }
}
