package io.conserje.voice.twilio;

import io.conserje.call.HouseTalk;
import io.conserje.call.TakeCall;
import io.conserje.call.TakeCall.Taken;
import io.conserje.connectors.lambda.FormFields;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.lambda.twilio.TwilioSignature;
import io.conserje.names.Variable;
import io.conserje.voice.call.CallPipeline.Crew;
import io.conserje.voice.call.LiveCalls;
import io.conserje.voice.socket.Door;
import java.util.Optional;
import java.util.function.Function;

/** Lets in Twilio's media streams: signed by Twilio, and each for a call that was announced. */
public final class TwilioDoor implements Door {

  static final String PROVIDER = "twilio";

  private final Settings settings;
  private final TakeCall calls;
  private final Function<Taken, HouseTalk> houses;
  private final Crew crew;
  private final LiveCalls live;

  public TwilioDoor(
      Settings settings,
      TakeCall calls,
      Function<Taken, HouseTalk> houses,
      Crew crew,
      LiveCalls live) {
    this.settings = settings;
    this.calls = calls;
    this.houses = houses;
    this.crew = crew;
    this.live = live;
  }

  @Override
  public String path() {
    return "/voice/twilio/stream/";
  }

  @Override
  public Entry enter(Asked asked) {
    if (!isSigned(asked)) {
      return new Entry.Refused(403, "The signature does not fit.");
    }
    if (!live.areTaken()) {
      return new Entry.Refused(503, "This host takes no new calls.");
    }
    if (!crew.isThere()) {
      return new Entry.Refused(503, "Nobody can hear or speak here.");
    }
    Optional<Taken> taken = calls.take(PROVIDER, asked.token());
    return taken
        .<Entry>map(call -> new Entry.Let(line(call)))
        .orElseGet(() -> new Entry.Refused(403, "This address is not good, or not any more."));
  }

  /** Over the address as the TwiML had it, whatever stands between Twilio and us. */
  private boolean isSigned(Asked asked) {
    String address =
        settings
                .required(Variable.PUBLIC_VOICE_URL)
                .replaceAll("/+$", "")
                .replaceFirst("^http", "ws")
            + asked.path();
    return asked.signatures().size() == 1
        && new TwilioSignature(settings.requiredList(Variable.TWILIO_AUTH_TOKEN))
            .signedForm(address, FormFields.none(), asked.signatures().getFirst());
  }

  private TwilioLine line(Taken call) {
    return new TwilioLine(
        call.place().callId(),
        settings.find(Variable.TWILIO_ACCOUNT_SID).orElse(""),
        call.known().language(),
        houses.apply(call),
        crew,
        live);
  }
}
