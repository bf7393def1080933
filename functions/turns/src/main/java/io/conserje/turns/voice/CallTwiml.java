package io.conserje.turns.voice;

import io.conserje.call.SoundHost.Sound;
import io.conserje.call.VoiceWording;
import io.conserje.connectors.twilio.Twiml;
import io.conserje.venue.Correspondence.Telephone;
import io.conserje.venue.TelephoneNumber;
import io.conserje.venue.Venue;
import java.util.Locale;
import java.util.function.Supplier;

/** The few things Twilio is ever told to do with a call. */
final class CallTwiml {

  /** The field of an address that says of which time the sound is told. */
  static final String ATTEMPT = "stream";

  private static final String RING_SECONDS = "25";
  private static final String BRIEF_SECONDS = "6";
  private static final String MESSAGE_SECONDS = "120";
  private static final String SILENCE_SECONDS = "6";

  private static final String STREAM = "/voice/twilio/stream/";
  private static final String RELAY = "/voice/twilio/relay/";

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

  /**
   * The sound of a call, or the words heard in it, go to their host. When that ends, and also when
   * it never begins, the call comes back to us, and says which time it was.
   */
  Twiml connect(Sound sound, Venue venue, Locale language) {
    Twiml noun = isRelay(venue) ? relay(sound.address(), language) : stream(sound);
    sound
        .parameters()
        .forEach((name, value) ->
            noun.add(Twiml.of("Parameter").with("name", name).with("value", value)));
    String resume = resume(attempt(sound));
    return Twiml.response()
        .add(Twiml.of("Connect").with("action", resume).with("method", "POST").add(noun))
        .add(Twiml.of("Redirect").with("method", "POST").saying(resume));
  }

  /** What a call is told to do that has not come back by itself. */
  Twiml comeBack(String attempt) {
    return Twiml.response()
        .add(Twiml.of("Redirect").with("method", "POST").saying(resume(attempt)));
  }

  private String resume(String attempt) {
    return url("/resume?" + ATTEMPT + "=" + attempt);
  }

  /** Another one for each address. */
  private static String attempt(Sound sound) {
    return Integer.toHexString(sound.address().hashCode());
  }

  /** Where the sound, or the words heard in it, are brought: a token follows. */
  static String path(Venue venue) {
    return isRelay(venue) ? RELAY : STREAM;
  }

  private static boolean isRelay(Venue venue) {
    return venue.correspondence().telephone() == Telephone.RELAY;
  }

  private Twiml stream(Sound sound) {
    return Twiml.of("Stream")
        .with("url", sound.address())
        .with("statusCallback", url("/status?" + ATTEMPT + "=" + attempt(sound)))
        .with("statusCallbackMethod", "POST");
  }

  /** The host greets: what it says, and what of it is heard, stands in the conversation. */
  private static Twiml relay(String address, Locale language) {
    return Twiml.of("ConversationRelay")
        .with("url", address)
        .with("language", spoken(language))
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
                .add(number(number)));
  }

  /**
   * Rings a person who is told who calls before the two are joined.
   *
   * @param callSid of the caller's call
   * @param position in the list of those who may be rung
   */
  Twiml dialAndTell(Locale language, String words, String number, String callSid, int position) {
    String query = "&of=" + callSid + "&n=" + position;
    return Twiml.response()
        .add(say(language, words))
        .add(
            Twiml.of("Dial")
                .with("timeout", RING_SECONDS)
                .with("action", url("/resume?after=dial&n=" + position))
                .with("method", "POST")
                .add(
                    number(number)
                        .with("url", url("/resume?after=brief" + query))
                        .with("method", "POST")));
  }

  /** With what a switchboard wants to have pressed. */
  private static Twiml number(String written) {
    TelephoneNumber number = TelephoneNumber.of(written);
    return Twiml.of("Number").with("sendDigits", number.keys()).saying(number.number());
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
